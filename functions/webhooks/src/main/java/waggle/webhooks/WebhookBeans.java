package waggle.webhooks;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.delivery.SignedCall;
import waggle.delivery.WebhookCall;
import waggle.delivery.receiver.Receivers;
import waggle.model.webhooks.Endpoints;
import waggle.platform.aws.Settings;

@Factory
final class WebhookBeans {

    @Singleton
    Endpoints endpoints(DynamoDbClient client, Settings settings) {
        return new Endpoints(client, settings.table());
    }

    /** @param receivers null to read them from the environment */
    @Singleton
    UrlCheck urlCheck(@Nullable Receivers receivers) {
        return new UrlCheck(receivers == null ? Receivers.from(System::getenv) : receivers);
    }

    @Singleton
    EndpointPing ping(Endpoints endpoints, UrlCheck urls, Clock clock) {
        return new EndpointPing(new SignedCall(endpoints, new WebhookCall(urls.receivers()), clock), clock);
    }
}
