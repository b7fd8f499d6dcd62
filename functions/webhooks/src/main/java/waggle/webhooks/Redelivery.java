package waggle.webhooks;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import waggle.http.resource.ResourceSupport;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.store.Entity;
import waggle.model.store.Precondition;
import waggle.model.store.Receipt;
import waggle.model.store.Store;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Replay;
import waggle.model.webhooks.WebhookEndpoint;

/** Requests retries and replays. A request only stores a due time; the sweeper finds it within a minute. */
@Singleton
final class Redelivery {
    private final Store<WebhookEndpoint> endpoints;
    private final Store<Delivery> deliveries;
    private final Store<Replay> replays;
    private final Clock clock;

    Redelivery(ResourceSupport support, Clock clock) {
        this.endpoints = support.store(WebhookEndpoint.RESOURCE);
        this.deliveries = support.store(Delivery.RESOURCE);
        this.replays = support.store(Replay.RESOURCE);
        this.clock = clock;
    }

    Entity<Delivery> retry(Actor actor, String endpoint, String delivery, Receipt receipt) {
        var owner = enabled(actor, endpoint);
        var found = deliveries.get(actor, known(delivery));
        if (!found.value().webhookEndpointUuid().equals(owner.uuid())) {
            throw new WaggleException(ErrorCode.NOT_FOUND);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return deliveries.change(actor, found.uuid(), Precondition.NONE, before -> before.again(now, now), receipt);
    }

    Entity<Replay> replay(Actor actor, String endpoint, ReplayRange range, Receipt receipt) {
        var owner = enabled(actor, endpoint);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return replays.create(actor, range.replay(owner.uuid(), now), receipt);
    }

    private Entity<WebhookEndpoint> enabled(Actor actor, String uuid) {
        var endpoint = endpoints.get(actor, known(uuid));
        if (endpoint.value().status() == WebhookEndpoint.Status.DISABLED) {
            throw new WaggleException(ErrorCode.CONFLICT, "The webhook endpoint is disabled");
        }
        return endpoint;
    }

    private static UUID known(String uuid) {
        return Uuids.parse(uuid).orElseThrow(() -> new WaggleException(ErrorCode.NOT_FOUND));
    }
}
