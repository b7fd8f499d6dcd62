package waggle.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.events.queue.SqsQueues;
import waggle.events.status.FrontDoor;
import waggle.events.status.Heart;
import waggle.events.status.StatusRequest;
import waggle.events.sweep.Sweeper;
import waggle.model.status.StatusWrites;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Priming;
import waggle.platform.aws.QueueSettings;
import waggle.platform.aws.Settings;

/** Lambda's entry point for the schedule: runs the sweep every minute, with a heartbeat beside it. */
public final class SweeperFunction implements RequestStreamHandler {
    private final Sweeper sweeper;
    private final Heart heart;

    @SuppressWarnings("UnusedVariable") // the CRaC context holds it weakly
    private final Priming priming;

    /** Used by Lambda: reads the settings from the environment. */
    public SweeperFunction() {
        this(
                Settings.from(System::getenv),
                QueueSettings.from(System::getenv),
                address(System.getenv(Settings.STATUS_URL)),
                Clients.lambdaCredentials());
    }

    /** @param frontDoor the address of the status page; null if it is not to be asked */
    public SweeperFunction(
            Settings settings, QueueSettings queues, @Nullable URI frontDoor, AwsCredentialsProvider credentials) {
        var clock = Clock.systemUTC();
        var client = Clients.dynamoDb(settings, credentials);
        this.heart = new Heart(
                new StatusWrites(client, settings.table()),
                frontDoor == null ? FrontDoor.NONE : new StatusRequest(frontDoor),
                clock);
        this.sweeper = new Sweeper(client, settings.table(), clock, new SqsQueues(queues, credentials));
        this.priming = Priming.register(sweeper::look);
    }

    private static @Nullable URI address(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        sweeper.sweep(heart::beat);
        out.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
