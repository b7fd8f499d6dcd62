package waggle.crm;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.crm.account.Accounts;
import waggle.model.crm.stored.Connections;
import waggle.platform.aws.CrmSettings;
import waggle.platform.aws.SecretSettings;
import waggle.platform.aws.Settings;
import waggle.platform.queue.CrmQueue;
import waggle.platform.secrets.Seals;

@Factory
final class CrmBeans {
    /** The settings of this function: those that a local cloud injects, or those of the environment. */
    record Used(CrmSettings crm) {}

    /** @param settings null to read them from the environment */
    @Singleton
    Used used(@Nullable CrmSettings settings) {
        return new Used(settings == null ? CrmSettings.from(System::getenv) : settings);
    }

    /** @param secrets null to read them from the environment */
    @Singleton
    Connections connections(
            DynamoDbClient client,
            Settings settings,
            @Nullable SecretSettings secrets,
            AwsCredentialsProvider credentials) {
        var used = secrets == null ? SecretSettings.from(System::getenv) : secrets;
        return new Connections(client, settings.table(), Seals.of(used, credentials));
    }

    @Singleton
    Accounts accounts(DynamoDbClient client, Settings settings, Used used, Connections connections, Clock clock) {
        return new Accounts(client, settings, used.crm(), connections, clock);
    }

    @Singleton
    CrmQueue queue(Used used, AwsCredentialsProvider credentials) {
        return CrmQueue.of(used.crm(), credentials);
    }
}
