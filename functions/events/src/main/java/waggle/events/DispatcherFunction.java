package waggle.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.delivery.RetrySchedule;
import waggle.delivery.SignedCall;
import waggle.delivery.WebhookCall;
import waggle.delivery.receiver.Receivers;
import waggle.events.queue.DeliveryTask;
import waggle.events.queue.Message;
import waggle.events.queue.SqsQueues;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.json.Json;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Endpoints;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Priming;
import waggle.platform.aws.QueueSettings;
import waggle.platform.aws.SecretSettings;
import waggle.platform.aws.Settings;
import waggle.platform.secrets.Seals;

/** Lambda's entry point for both queues: delivers events to endpoints. */
public final class DispatcherFunction implements RequestStreamHandler {
    private final Dispatcher dispatcher;

    @SuppressWarnings("UnusedVariable") // the CRaC context holds it weakly
    private final Priming priming;

    /** Used by Lambda: reads the settings from the environment. */
    public DispatcherFunction() {
        this(
                Settings.from(System::getenv),
                QueueSettings.from(System::getenv),
                Clients.lambdaCredentials(),
                Receivers.from(System::getenv),
                SecretSettings.from(System::getenv));
    }

    public DispatcherFunction(
            Settings settings,
            QueueSettings queueSettings,
            AwsCredentialsProvider credentials,
            Receivers receivers,
            SecretSettings secrets) {
        var clock = Clock.systemUTC();
        var client = Clients.dynamoDb(settings, credentials);
        var queues = new SqsQueues(queueSettings, credentials);
        var endpoints = new Endpoints(client, settings.table(), Seals.of(secrets, credentials));
        var writes = Catalogue.writes(client, settings.table(), clock).within(Attempts.SAVING);
        var deliveries = new Deliveries(client, settings.table(), clock);
        var attempts = new Attempts(
                writes,
                deliveries,
                new Lanes(client, settings.table(), deliveries, writes, clock),
                new EndpointHealth(endpoints, writes, clock),
                new SignedCall(endpoints, new WebhookCall(receivers), clock)::send,
                new RetrySchedule(new SecureRandom()),
                queues,
                clock);
        var deliverer = new Deliverer(client, settings.table(), clock, writes, attempts);
        this.dispatcher = new Dispatcher(deliverer, queues, clock);
        this.priming = Priming.register(
                () -> deliverer.deliver(new DeliveryTask(Uuids.next(), Uuids.next(), Uuids.next(), Uuids.next())));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var failed = dispatcher.dispatch(Message.listFrom(Json.mapper().readTree(in)));
        Json.mapper().writeValue(out, BatchResponse.of(failed));
    }
}
