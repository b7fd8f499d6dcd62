package waggle.site.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.model.status.Beat;
import waggle.model.status.Day;
import waggle.model.status.Incident;
import waggle.model.status.StatusReads;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/** Creates the table's client on first use, since that takes longer than all pages together. */
public final class TableSource implements StatusSource {
    private final Settings settings;
    private final AwsCredentialsProvider credentials;
    private @Nullable StatusReads reads;

    public TableSource(Settings settings, AwsCredentialsProvider credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    @Override
    public Optional<Beat> beat() {
        return reads().beat();
    }

    @Override
    public List<Day> days(LocalDate from) {
        return reads().days(from);
    }

    @Override
    public List<Incident> incidents(Instant from) {
        return reads().incidents(from);
    }

    private synchronized StatusReads reads() {
        if (reads == null) {
            reads = new StatusReads(Clients.dynamoDb(settings, credentials), settings.table());
        }
        return reads;
    }
}
