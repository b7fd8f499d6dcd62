package waggle.webhooks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.delivery.receiver.Receivers;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.webhooks.WebhookEndpoint;

/** Validates the URL of an endpoint when it is set or changed. Every call validates it again. */
record UrlCheck(Receivers receivers) {

    /**
     * Returns the endpoint to store.
     *
     * @param before the stored endpoint; null for a new one
     * @throws WaggleException if the URL is new and may not be called
     */
    WebhookEndpoint checked(@Nullable WebhookEndpoint before, WebhookEndpoint after) {
        if (before == null || !before.url().equals(after.url())) {
            receivers.fault(after.url()).ifPresent(fault -> {
                throw WaggleException.invalid(List.of(new Fault("url", fault)));
            });
        }
        return after;
    }
}
