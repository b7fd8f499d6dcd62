package waggle.cloud;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import waggle.delivery.Outcome;
import waggle.delivery.Signer;
import waggle.delivery.SigningSecret;
import waggle.delivery.WebhookCall;
import waggle.delivery.receiver.Receivers;
import waggle.model.events.Event;
import waggle.model.store.Entity;

/**
 * Sends events to a receiver as Waggle would, but once.
 *
 * @param secret of this run only
 */
record Forwarding(URI url, String secret, WebhookCall call) {
    private static final Receivers RECEIVERS = Receivers.PUBLIC_AND_LOCAL;

    /** @throws Complaint when no receiver can be there */
    static Forwarding to(String url) {
        RECEIVERS.syntaxFault(url).ifPresent(fault -> {
            throw new Complaint("--forward-to " + fault + ", or on this machine like http://localhost:3000");
        });
        return new Forwarding(URI.create(url), SigningSecret.generate(), new WebhookCall(RECEIVERS));
    }

    Outcome send(Entity<Event> event) {
        var body = event.value().payload();
        var headers = new Signer(List.of(secret)).headers(event.uuid().toString(), Instant.now(), body);
        return call.post(url, headers, body);
    }
}
