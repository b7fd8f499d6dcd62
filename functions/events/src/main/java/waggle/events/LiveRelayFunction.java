package waggle.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.events.status.Echoes;
import waggle.model.Uuids;
import waggle.model.json.Json;
import waggle.model.live.Connections;
import waggle.model.status.StatusWrites;
import waggle.platform.aws.Clients;
import waggle.platform.aws.LiveSettings;
import waggle.platform.aws.Priming;
import waggle.platform.aws.Settings;
import waggle.sockets.ManagementApi;

/** Lambda's entry point for the second reader of the table's stream: sends events to open connections. */
public final class LiveRelayFunction implements RequestStreamHandler {
    private final LiveRelay relay;
    private final Echoes echoes;

    @SuppressWarnings("UnusedVariable") // the CRaC context holds it weakly
    private final Priming priming;

    /** Used by Lambda: reads the settings from the environment. */
    public LiveRelayFunction() {
        this(Settings.from(System::getenv), LiveSettings.from(System::getenv), Clients.lambdaCredentials());
    }

    public LiveRelayFunction(Settings settings, LiveSettings live, AwsCredentialsProvider credentials) {
        var clock = Clock.systemUTC();
        var client = Clients.dynamoDb(settings, credentials);
        var connections = new Connections(client, settings.table(), clock);
        this.relay = new LiveRelay(connections, new ManagementApi(live, credentials), clock);
        this.echoes = new Echoes(new StatusWrites(client, settings.table()), Echoes.LIVE_RELAY, clock);
        this.priming = Priming.register(() -> connections.all(Uuids.next()));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var batch = Json.mapper().readTree(in);
        var left = relay.relay(batch);
        echoes.note(batch);
        Json.mapper().writeValue(out, BatchResponse.of(left.map(List::of).orElse(List.of())));
    }
}
