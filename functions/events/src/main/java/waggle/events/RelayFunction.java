package waggle.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.events.queue.SqsQueues;
import waggle.events.status.Echoes;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.json.Json;
import waggle.model.notifications.Notifications;
import waggle.model.status.StatusWrites;
import waggle.model.store.Store;
import waggle.model.webhooks.WebhookEndpoint;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Priming;
import waggle.platform.aws.QueueSettings;
import waggle.platform.aws.Settings;

/** Lambda's entry point for the table's stream: sends delivery tasks for new events, and notifies users of them. */
public final class RelayFunction implements RequestStreamHandler {
    private final Relay relay;
    private final Notifier notifier;
    private final CrmSignals signals;
    private final LogFolding folding;
    private final Echoes echoes;

    @SuppressWarnings("UnusedVariable") // the CRaC context holds it weakly
    private final Priming priming;

    /** Used by Lambda: reads the settings from the environment. */
    public RelayFunction() {
        this(Settings.from(System::getenv), QueueSettings.from(System::getenv), Clients.lambdaCredentials());
    }

    public RelayFunction(Settings settings, QueueSettings queues, AwsCredentialsProvider credentials) {
        var client = Clients.dynamoDb(settings, credentials);
        var clock = Clock.systemUTC();
        var endpoints = new Store<>(client, settings.table(), WebhookEndpoint.RESOURCE, clock);
        var tasks = new SqsQueues(queues, credentials);
        this.relay = new Relay(endpoints, tasks);
        this.signals = new CrmSignals(new Store<>(client, settings.table(), CrmConnection.RESOURCE, clock), tasks);
        var writes = Catalogue.writes(client, settings.table(), clock);
        this.notifier = new Notifier(new Notifications(client, settings.table(), writes), tasks);
        this.priming = Priming.register(() -> endpoints.all(Actor.waggle(Uuids.next())));
        this.echoes = new Echoes(new StatusWrites(client, settings.table()), Echoes.RELAY, clock);
        this.folding = new LogFolding(Catalogue.logs(client, settings.table(), clock), clock);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var batch = Json.mapper().readTree(in);
        var relayed = relay.relay(batch);
        echoes.note(batch);
        var failed = Stream.of(relayed.failed(), signals.send(relayed.changes()), notifier.tell(relayed.news()))
                .flatMap(Optional::stream)
                .toList();
        folding.fold(relayed.companies());
        Json.mapper().writeValue(out, BatchResponse.of(failed));
    }
}
