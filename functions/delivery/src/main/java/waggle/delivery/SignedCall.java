package waggle.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import waggle.model.events.Event;
import waggle.model.records.Entity;
import waggle.model.webhooks.Attempt;
import waggle.model.webhooks.Endpoints;
import waggle.model.webhooks.WebhookEndpoint;

/** Sends events to endpoints, signed with the secrets that the endpoint has at the time of the call. */
public final class SignedCall {
    private final Endpoints endpoints;
    private final WebhookCall call;
    private final Clock clock;

    public SignedCall(Endpoints endpoints, WebhookCall call, Clock clock) {
        this.endpoints = endpoints;
        this.call = call;
        this.clock = clock;
    }

    public Outcome send(UUID company, Entity<WebhookEndpoint> endpoint, Entity<Event> event) {
        var now = clock.instant();
        var body = event.value().payload();
        var signer = new Signer(endpoints.secrets(company, endpoint.uuid(), now));
        var headers = signer.headers(event.uuid().toString(), now, body);
        return call.post(URI.create(endpoint.value().url()), headers, body);
    }

    /** Returns the attempt that is stored for a call. */
    public static Attempt attempt(Outcome outcome) {
        return new Attempt(
                outcome.at().truncatedTo(ChronoUnit.MILLIS),
                outcome.status(),
                outcome.latency().toMillis(),
                outcome.error(),
                outcome.body());
    }
}
