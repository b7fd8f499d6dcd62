package waggle.crm.work;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.hubspot.HubSpotFake;
import waggle.crm.account.Accounts;
import waggle.crm.rules.ValidShapes;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.crm.mapping.Provider;
import waggle.model.crm.stored.Connections;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.CrmConnection.Status;
import waggle.model.crm.stored.CrmCursor;
import waggle.model.crm.stored.CrmCursorBuilder;
import waggle.model.crm.stored.CrmRun;
import waggle.model.declaration.Records;
import waggle.model.partners.Partner;
import waggle.model.write.Writes;
import waggle.platform.aws.CrmSettings;
import waggle.platform.aws.SecretSettings;
import waggle.platform.aws.Settings;
import waggle.platform.queue.CrmQueue;
import waggle.platform.queue.CrmTask;
import waggle.platform.secrets.Seals;

/** The worker over a table of its own and a HubSpot in memory, with one connection that has finished its first run. */
final class WorkerBench implements AutoCloseable {
    private static final String TOKEN = "pat-bench-1";

    final FakeCrm hubSpot;
    final Actor actor = Actor.ofKey(Uuids.next(), Uuids.next(), "Test", "bench");
    final UUID connection;
    private final ManualClock clock = new ManualClock();
    private final Writes writes;
    private final Parts parts;
    private final SyncWorker worker;

    /** A queue that takes everything. */
    private static final class Taking implements SqsClient {
        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            return SendMessageBatchResponse.builder().failed(List.of()).build();
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {
            // It has nothing to close.
        }
    }

    WorkerBench() {
        hubSpot = HubSpotFake.start(0, TOKEN, clock);
        var credentials = AnonymousCredentialsProvider.create();
        var settings = new Settings("us-east-1", LocalTable.NAME, null);
        var crm = new CrmSettings(
                "us-east-1",
                "http://localhost/queue",
                URI.create("http://localhost"),
                Map.of(Provider.HUBSPOT, hubSpot.url()));
        var seal = Seals.of(new SecretSettings("us-east-1", Seals.newLocalKey(), null), credentials);
        var client = LocalTable.shared();
        var connections = new Connections(client, LocalTable.NAME, seal);
        writes = Catalogue.writes(client, LocalTable.NAME, clock);
        parts = new Parts(
                client,
                LocalTable.NAME,
                clock,
                writes,
                connections,
                new Accounts(client, settings, crm, connections, clock),
                new ValidShapes(),
                new CrmQueue(new Taking(), "http://localhost/queue"));
        worker = new SyncWorker(parts);
        connection = writes.run(actor, write -> connections.create(write, made(), "http://localhost"))
                .uuid();
        writes.run(actor, write -> write.create(CrmCursor.RESOURCE, connection, CrmCursor.NEW));
        run();
    }

    private static CrmConnection made() {
        return new CrmConnection(
                Provider.HUBSPOT,
                "Ours",
                Map.of("token", TOKEN),
                Status.CONNECTING,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Makes a run to its end. */
    CrmRun run() {
        var run = writes.run(
                        actor, write -> write.create(CrmRun.RESOURCE, CrmRun.begun(connection, null, false, false)))
                .uuid();
        writes.run(
                actor,
                write -> write.change(CrmCursor.RESOURCE, connection, cursor -> CrmCursorBuilder.from(cursor)
                        .withRunUuid(run)));
        look();
        return records().find(CrmRun.RESOURCE, run).orElseThrow().value();
    }

    /** Handles the message of a look at the connection. */
    void look() {
        handle(CrmTask.look(actor.company(), connection, clock.instant()));
    }

    /** Handles the message of a record of HubSpot that changed. */
    void remote(String id) {
        handle(CrmTask.remote(
                actor.company(), connection, "partner", id, Uuids.next().toString()));
    }

    private void handle(CrmTask task) {
        worker.work(new ArrayList<>(List.of(new SyncMessage("message", task))), "bench");
    }

    /** Changes a partner as a person does. */
    void change(UUID partner, UnaryOperator<Partner> change) {
        writes.run(actor, write -> write.change(Partner.RESOURCE, partner, change));
    }

    void later(Duration time) {
        clock.move(time);
    }

    CrmCursor cursor() {
        return records().find(CrmCursor.RESOURCE, connection).orElseThrow().value();
    }

    Records records() {
        return parts.records(actor);
    }

    @Override
    public void close() {
        hubSpot.close();
    }
}
