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

/** Notes how endpoints do, and disables those that are gone, or that failed for too long (contract §6). */
final class Health {
    static final String GONE = "The endpoint answered 410 Gone";
    static final String FAILING = "No delivery succeeded for 5 days";

    private final Endpoints endpoints;
    private final Clock clock;

    Health(Endpoints endpoints, Clock clock) {
        this.endpoints = endpoints;
        this.clock = clock;
    }

    void note(UUID company, Entity<WebhookEndpoint> endpoint, Outcome outcome) {
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
