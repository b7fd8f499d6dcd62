package waggle.site;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.model.table.TableProbe;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/** Makes the client of the table when it is first asked: it takes longer to make than all the pages together. */
final class LazyProbe implements BooleanSupplier {
    private final Settings settings;
    private final AwsCredentialsProvider credentials;
    private @Nullable TableProbe probe;

    LazyProbe(Settings settings, AwsCredentialsProvider credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    @Override
    public synchronized boolean getAsBoolean() {
        if (probe == null) {
            probe = new TableProbe(Clients.dynamoDb(settings, credentials), settings.table());
        }
        return probe.isReachable();
    }
}
