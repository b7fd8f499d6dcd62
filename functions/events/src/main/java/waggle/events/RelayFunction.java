package waggle.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.model.aws.Clients;
import waggle.model.aws.QueueSettings;
import waggle.model.aws.Settings;
import waggle.model.json.Json;
import waggle.model.store.Store;
import waggle.model.webhooks.WebhookEndpoint;

/** Works off the table's stream: an event that was written is handed on to the endpoints that hear of it. */
public final class RelayFunction implements RequestStreamHandler {
    private final Relay relay;

    /** Starts with the settings of the environment, as Lambda wants it. */
    public RelayFunction() {
        this(Settings.from(System::getenv), QueueSettings.from(System::getenv), Clients.lambdaCredentials());
    }

    public RelayFunction(Settings settings, QueueSettings queues, AwsCredentialsProvider credentials) {
        var client = Clients.dynamoDb(settings, credentials);
        var endpoints = new Store<>(client, settings.table(), WebhookEndpoint.RESOURCE, Clock.systemUTC());
        this.relay = new Relay(endpoints, new SqsQueues(queues, credentials));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var failed = relay.hand(Json.mapper().readTree(in));
        Json.mapper().writeValue(out, Batches.failures(failed.map(List::of).orElse(List.of())));
    }
}
