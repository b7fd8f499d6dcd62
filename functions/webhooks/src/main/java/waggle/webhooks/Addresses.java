package waggle.webhooks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.delivery.Receivers;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.webhooks.WebhookEndpoint;

/** Which addresses an endpoint may have; they are looked at again with every call. */
record Addresses(Receivers receivers) {

    /** @throws WaggleException when its address is a new one and may not be called */
    WebhookEndpoint checked(@Nullable WebhookEndpoint before, WebhookEndpoint wanted) {
        if (before == null || !before.url().equals(wanted.url())) {
            receivers.fault(wanted.url()).ifPresent(fault -> {
                throw WaggleException.invalid(List.of(new Fault("url", fault)));
            });
        }
        return wanted;
    }
}
