package waggle.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Random;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.delivery.Delivery;
import waggle.delivery.Receivers;
import waggle.delivery.RetrySchedule;
import waggle.delivery.SignedDelivery;
import waggle.model.aws.Clients;
import waggle.model.aws.QueueSettings;
import waggle.model.aws.Settings;
import waggle.model.json.Json;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Endpoints;

/** Works off both queues: brings events to endpoints. */
public final class DispatcherFunction implements RequestStreamHandler {
    private final Dispatcher dispatcher;

    /** Starts with the settings of the environment, as Lambda wants it. */
    public DispatcherFunction() {
        this(
                Settings.from(System::getenv),
                QueueSettings.from(System::getenv),
                Clients.lambdaCredentials(),
                Receivers.from(System::getenv));
    }

    /** @param receivers which may be called */
    public DispatcherFunction(
            Settings settings, QueueSettings queues, AwsCredentialsProvider credentials, Receivers receivers) {
        var clock = Clock.systemUTC();
        var client = Clients.dynamoDb(settings, credentials);
        var sent = new SqsQueues(queues, credentials);
        var endpoints = new Endpoints(client, settings.table(), clock);
        var deliveries = new Deliveries(client, settings.table(), clock);
        var attempts = new Attempts(
                deliveries,
                new Lanes(client, settings.table(), deliveries, clock),
                new Health(endpoints, clock),
                new SignedDelivery(endpoints, new Delivery(receivers), clock)::send,
                new RetrySchedule(new Random()),
                sent,
                clock);
        this.dispatcher = new Dispatcher(new Courier(client, settings.table(), clock, attempts), sent, clock);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var failed = dispatcher.dispatch(Message.of(Json.mapper().readTree(in)));
        Json.mapper().writeValue(out, Batches.failures(failed));
    }
}
