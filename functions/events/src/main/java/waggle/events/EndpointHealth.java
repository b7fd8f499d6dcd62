package waggle.events;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import waggle.delivery.Outcome;
import waggle.model.Actor;
import waggle.model.Limits;
import waggle.model.store.Entity;
import waggle.model.webhooks.Endpoints;
import waggle.model.webhooks.WebhookEndpoint;

/** Records since when an endpoint fails, and disables endpoints that are gone or have failed for five days. */
final class EndpointHealth {
    static final String GONE = "The endpoint returned 410 Gone";
    static final String FAILING = "No delivery succeeded for " + Limits.FAILING.toDays() + " days";

    private final Endpoints endpoints;
    private final Clock clock;

    EndpointHealth(Endpoints endpoints, Clock clock) {
        this.endpoints = endpoints;
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
            endpoints.disable(Actor.waggle(company), endpoint.uuid(), GONE);
        } else if (failingSince == null) {
            endpoints.failing(company, endpoint.uuid(), now);
        } else if (!failingSince.plus(Limits.FAILING).isAfter(now)) {
            endpoints.disable(Actor.waggle(company), endpoint.uuid(), FAILING);
        }
    }
}
