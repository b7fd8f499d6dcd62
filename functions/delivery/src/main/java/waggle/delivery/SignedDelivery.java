package waggle.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import waggle.model.events.Event;
import waggle.model.store.Entity;
import waggle.model.webhooks.Attempt;
import waggle.model.webhooks.Endpoints;
import waggle.model.webhooks.WebhookEndpoint;

/** Sends an endpoint what it hears of an event, signed with whatever secrets it has at the moment. */
public final class SignedDelivery {
    private final Endpoints endpoints;
    private final Delivery delivery;
    private final Clock clock;

    public SignedDelivery(Endpoints endpoints, Delivery delivery, Clock clock) {
        this.endpoints = endpoints;
        this.delivery = delivery;
        this.clock = clock;
    }

    public Outcome send(UUID company, Entity<WebhookEndpoint> endpoint, Entity<Event> event) {
        var now = clock.instant();
        var body = event.value().payload();
        var signer = new Signer(endpoints.secrets(company, endpoint.uuid(), now));
        var headers = signer.headers(event.uuid().toString(), now, body);
        return delivery.post(URI.create(endpoint.value().url()), headers, body);
    }

    /** What is written down of a call. */
    public static Attempt attempt(Outcome outcome) {
        return new Attempt(
                outcome.at().truncatedTo(ChronoUnit.MILLIS),
                outcome.status(),
                outcome.latency().toMillis(),
                outcome.error(),
                outcome.body());
    }
}
