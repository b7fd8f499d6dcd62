package waggle.account;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.keys.KeyPlan;
import waggle.model.keys.KeyRing;
import waggle.platform.aws.PlanSettings;
import waggle.platform.aws.Settings;

/** Creates the usage plan on first use, since few requests need it. */
@Factory
final class Plans {

    /** @param given replaces the settings of the environment */
    @Singleton
    @Bean(preDestroy = "close")
    LazyPlan plan(@Nullable PlanSettings given, AwsCredentialsProvider credentials) {
        return new LazyPlan(
                () -> GatewayPlan.of(given == null ? PlanSettings.from(System::getenv) : given, credentials));
    }

    @Singleton
    KeyRing keys(DynamoDbClient client, Settings settings, Clock clock, KeyPlan plan) {
        return new KeyRing(client, settings.table(), clock, plan);
    }
}
