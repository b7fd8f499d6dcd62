package waggle.events;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import waggle.delivery.Outcome;
import waggle.model.Actor;
import waggle.model.Limits;
import waggle.model.records.Entity;
import waggle.model.webhooks.Endpoints;
import waggle.model.webhooks.WebhookEndpoint;
import waggle.model.write.Writes;

/** Records since when an endpoint fails, and disables endpoints that are gone or have failed for five days. */
final class EndpointHealth {
    static final String GONE = "The endpoint returned 410 Gone";
    static final String FAILING = "No delivery succeeded for " + Limits.FAILING.toDays() + " days";

    private final Endpoints endpoints;
    private final Writes writes;
    private final Clock clock;

    EndpointHealth(Endpoints endpoints, Writes writes, Clock clock) {
        this.endpoints = endpoints;
        this.writes = writes;
        this.clock = clock;
    }

    void record(UUID company, Entity<WebhookEndpoint> endpoint, Outcome outcome) {
        var failingSince = endpoint.value().failingSince();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (outcome.isSuccess()) {
            if (failingSince != null) {
                endpoints.succeeding(company, endpoint.uuid());
            }
        } else if (outcome.isGone()) {
            disable(company, endpoint, GONE);
        } else if (failingSince == null) {
            endpoints.failing(company, endpoint.uuid(), now);
        } else if (!failingSince.plus(Limits.FAILING).isAfter(now)) {
            disable(company, endpoint, FAILING);
        }
    }

    private void disable(UUID company, Entity<WebhookEndpoint> endpoint, String reason) {
        writes.run(Actor.waggle(company), write -> {
            endpoints.disable(write, endpoint.uuid(), reason);
            return reason;
        });
    }
}
