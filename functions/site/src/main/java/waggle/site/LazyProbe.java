package waggle.site;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.model.table.TableProbe;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/** Creates the table's client on first use, since that takes longer than all pages together. */
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
