package waggle.model.webhooks;

import org.jspecify.annotations.Nullable;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;

/** The rules of webhook endpoints: their number, and a clean record for an endpoint that is enabled again. */
final class EndpointRules implements Rule<WebhookEndpoint> {

    @Override
    public WebhookEndpoint complete(Write write, @Nullable WebhookEndpoint before, WebhookEndpoint value) {
        if (before != null) {
            return value.after(before);
        }
        if (write.count(WebhookEndpoint.RESOURCE) >= WebhookEndpoint.MOST) {
            throw new WaggleException(
                    ErrorCode.CONFLICT, "A company has at most %d webhook endpoints".formatted(WebhookEndpoint.MOST));
        }
        return value;
    }
}
