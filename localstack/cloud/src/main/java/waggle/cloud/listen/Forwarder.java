package waggle.cloud.listen;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import waggle.cloud.CommandFailure;
import waggle.delivery.Outcome;
import waggle.delivery.Signer;
import waggle.delivery.SigningSecret;
import waggle.delivery.WebhookCall;
import waggle.delivery.receiver.Receivers;
import waggle.model.events.Event;
import waggle.model.records.Entity;

/**
 * Posts events to a receiver with the code, headers and signature of a webhook, in one attempt each.
 *
 * @param secret the signing secret, generated for this run
 */
public record Forwarder(URI url, String secret, WebhookCall call) {
    private static final Receivers RECEIVERS = Receivers.PUBLIC_AND_LOCAL;

    /**
     * Returns a forwarder to a URL, with a new secret.
     *
     * @throws CommandFailure if webhooks to the URL are not allowed
     */
    public static Forwarder to(String url) {
        RECEIVERS.syntaxFault(url).ifPresent(fault -> {
            throw new CommandFailure(
                    "--forward-to " + fault + ", or an address on this machine like http://localhost:3000");
        });
        return new Forwarder(URI.create(url), SigningSecret.generate(), new WebhookCall(RECEIVERS));
    }

    /** Posts one event. */
    public Outcome send(Entity<Event> event) {
        var body = event.value().payload();
        var headers = new Signer(List.of(secret)).headers(event.uuid().toString(), Instant.now(), body);
        return call.post(url, headers, body);
    }
}
