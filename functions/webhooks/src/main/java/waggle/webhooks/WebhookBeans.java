package waggle.webhooks;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.delivery.SignedCall;
import waggle.delivery.WebhookCall;
import waggle.delivery.receiver.Receivers;
import waggle.model.webhooks.Endpoints;
import waggle.model.webhooks.SecretSeal;
import waggle.platform.aws.SecretSettings;
import waggle.platform.aws.Settings;
import waggle.platform.secrets.Seals;

@Factory
final class WebhookBeans {

    @Singleton
    Endpoints endpoints(DynamoDbClient client, Settings settings, SecretSeal seal) {
        return new Endpoints(client, settings.table(), seal);
    }

    /** @param settings null to read them from the environment */
    @Singleton
    SecretSeal seal(@Nullable SecretSettings settings, AwsCredentialsProvider credentials) {
        return Seals.of(settings == null ? SecretSettings.from(System::getenv) : settings, credentials);
    }

    /** @param receivers null to read them from the environment */
    @Singleton
    CalledReceivers called(@Nullable Receivers receivers) {
        return new CalledReceivers(receivers == null ? Receivers.from(System::getenv) : receivers);
    }

    @Singleton
    EndpointPing ping(Endpoints endpoints, CalledReceivers called, Clock clock) {
        return new EndpointPing(new SignedCall(endpoints, new WebhookCall(called.receivers()), clock), clock);
    }
}
