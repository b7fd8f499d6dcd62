package waggle.webhooks;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.delivery.Delivery;
import waggle.delivery.Receivers;
import waggle.delivery.SignedDelivery;
import waggle.model.aws.Settings;
import waggle.model.webhooks.Endpoints;

/** Makes what the controllers need. */
@Factory
final class Webhooks {

    @Singleton
    Endpoints endpoints(DynamoDbClient client, Settings settings, Clock clock) {
        return new Endpoints(client, settings.table(), clock);
    }

    /** @param given otherwise the environment's */
    @Singleton
    Addresses addresses(@Nullable Receivers given) {
        return new Addresses(given == null ? Receivers.from(System::getenv) : given);
    }

    @Singleton
    Trials trials(Endpoints endpoints, Addresses addresses, Clock clock) {
        return new Trials(new SignedDelivery(endpoints, new Delivery(addresses.receivers()), clock), clock);
    }
}
