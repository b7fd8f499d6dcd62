package waggle.webhooks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.delivery.receiver.Receivers;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.webhooks.WebhookEndpoint;

/**
 * Validates the URL of an endpoint when it is set or changed. Every call validates it again. An instance belongs to one
 * request and resolves a host once, however often the unit of work runs. A repeated request whose reply is stored resolves
 * nothing.
 */
final class UrlCheck {
    private final Receivers receivers;
    private final Map<String, Optional<String>> faults = new HashMap<>();

    UrlCheck(Receivers receivers) {
        this.receivers = receivers;
    }

    /**
     * Returns the endpoint to store, with its host in ASCII.
     *
     * @param before the stored endpoint; null for a new one
     * @throws WaggleException if the URL is new and may not be called
     */
    WebhookEndpoint checked(@Nullable WebhookEndpoint before, WebhookEndpoint after) {
        var url = Receivers.ascii(after.url());
        if (before == null || !before.url().equals(url)) {
            faults.computeIfAbsent(url, receivers::fault).ifPresent(fault -> {
                throw WaggleException.invalid(List.of(new Fault("url", fault)));
            });
        }
        return after.at(url);
    }
}
