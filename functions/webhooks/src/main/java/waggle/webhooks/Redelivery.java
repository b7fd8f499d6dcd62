package waggle.webhooks;

import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Replay;
import waggle.model.webhooks.WebhookEndpoint;

/** Requests retries and replays. A request only stores a due time; the sweeper finds it within a minute. */
final class Redelivery {
    private Redelivery() {}

    static Entity<Delivery> retry(Write write, String endpoint, String delivery) {
        var owner = enabled(write, endpoint);
        var found = write.get(Delivery.RESOURCE, Uuids.inPath(delivery));
        if (!found.value().webhookEndpointUuid().equals(owner.uuid())) {
            throw new WaggleException(ErrorCode.NOT_FOUND);
        }
        return write.change(Delivery.RESOURCE, found.uuid(), before -> before.again(write.time(), write.time()));
    }

    static Entity<Replay> replay(Write write, String endpoint, ReplayRange range) {
        var owner = enabled(write, endpoint);
        return write.create(Replay.RESOURCE, range.replay(owner.uuid(), write.time()));
    }

    static Entity<Delivery> found(Store<Delivery> deliveries, Actor actor, String endpoint, String delivery) {
        return deliveries
                .find(actor, Uuids.inPath(delivery))
                .filter(found -> found.value().webhookEndpointUuid().equals(Uuids.inPath(endpoint)))
                .orElseThrow(() -> new WaggleException(ErrorCode.NOT_FOUND));
    }

    static Entity<Replay> find(Store<Replay> replays, Actor actor, String endpoint, String replay) {
        return replays.find(actor, Uuids.inPath(replay))
                .filter(found -> found.value().webhookEndpointUuid().equals(Uuids.inPath(endpoint)))
                .orElseThrow(() -> new WaggleException(ErrorCode.NOT_FOUND));
    }

    private static Entity<WebhookEndpoint> enabled(Write write, String uuid) {
        var endpoint = write.get(WebhookEndpoint.RESOURCE, Uuids.inPath(uuid));
        if (endpoint.value().status() == WebhookEndpoint.Status.DISABLED) {
            throw new WaggleException(ErrorCode.CONFLICT, "The webhook endpoint is disabled");
        }
        return endpoint;
    }
}
