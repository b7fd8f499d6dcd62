package waggle.live;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.live.Tickets;
import waggle.platform.aws.LiveSettings;
import waggle.platform.aws.Settings;

@Factory
final class LiveBeans {

    @Singleton
    Tickets tickets(DynamoDbClient client, Settings settings, Clock clock) {
        return new Tickets(client, settings.table(), clock);
    }

    /** @param settings null to read them from the environment */
    @Singleton
    LiveUrl url(@Nullable LiveSettings settings) {
        return new LiveUrl(settings == null ? LiveSettings.from(System::getenv) : settings);
    }
}
