package waggle.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.events.queue.SqsQueues;
import waggle.events.sweep.Sweeper;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Priming;
import waggle.platform.aws.QueueSettings;
import waggle.platform.aws.Settings;

/** Lambda's entry point for the schedule: runs the sweep every minute. */
public final class SweeperFunction implements RequestStreamHandler {
    private final Sweeper sweeper;

    @SuppressWarnings("UnusedVariable") // the CRaC context holds it weakly
    private final Priming priming;

    /** Used by Lambda: reads the settings from the environment. */
    public SweeperFunction() {
        this(Settings.from(System::getenv), QueueSettings.from(System::getenv), Clients.lambdaCredentials());
    }

    public SweeperFunction(Settings settings, QueueSettings queues, AwsCredentialsProvider credentials) {
        var clock = Clock.systemUTC();
        var client = Clients.dynamoDb(settings, credentials);
        this.sweeper = new Sweeper(client, settings.table(), clock, new SqsQueues(queues, credentials));
        this.priming = Priming.register(sweeper::look);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        sweeper.sweep();
        out.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
