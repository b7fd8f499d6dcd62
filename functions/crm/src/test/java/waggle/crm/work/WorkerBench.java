package waggle.crm.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.Uuids;
import waggle.model.crm.mapping.Provider;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.CrmConnection.Status;
import waggle.model.crm.stored.CrmCursor;
import waggle.model.crm.stored.CrmCursorBuilder;
import waggle.model.crm.stored.CrmRun;
import waggle.model.declaration.Records;
import waggle.model.json.Json;
import waggle.model.notes.Note;
import waggle.model.notes.NoteBuilder;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;
import waggle.model.write.Writes;
import waggle.platform.queue.CrmTask;

/** The worker over a table and a CRM in memory, with one connection that has finished its first run. */
final class WorkerBench implements AutoCloseable {
    final FakeCrm fake;
    final Actor actor = Actor.ofKey(Uuids.next(), Uuids.next(), "Test", "bench");
    final UUID connection;
    private final ManualClock clock = new ManualClock();
    private final Writes writes;
    private final Services services;
    private final SyncWorker worker;

    /** The worker with a HubSpot. */
    WorkerBench() {
        this(Provider.HUBSPOT);
    }

    WorkerBench(Provider provider) {
        var account = TenantAccount.of(provider, "Bench", clock);
        fake = FakeCrm.start(0, account.api());
        services = new LocalServices(LocalTable.NAME, clock, Map.of(provider, fake.url())).over(LocalTable.shared());
        writes = services.writes();
        worker = new SyncWorker(services);
        var made = LocalServices.connection(provider, account.credentials(false));
        connection = writes.run(actor, write -> services.connections().create(write, made, "http://localhost"))
                .uuid();
        writes.run(actor, write -> write.create(CrmCursor.RESOURCE, connection, CrmCursor.NEW));
        run();
    }

    /** Makes a run of what changed to its end. */
    CrmRun run() {
        return run(false, false).value();
    }

    /** Makes a run to its end. */
    Entity<CrmRun> run(boolean isFull, boolean isDry) {
        var run = writes.run(
                        actor, write -> write.create(CrmRun.RESOURCE, CrmRun.begun(connection, null, isFull, isDry)))
                .uuid();
        writes.run(
                actor,
                write -> write.change(CrmCursor.RESOURCE, connection, cursor -> CrmCursorBuilder.from(cursor)
                        .withRunUuid(run)));
        look();
        return records().get(CrmRun.RESOURCE, run);
    }

    /** Handles the message of a look at the connection. */
    void look() {
        handle(CrmTask.look(actor.company(), connection, clock.instant()));
    }

    /** Handles the message of a record of the CRM that changed. */
    void remote(String id) {
        handle(CrmTask.remote(
                actor.company(), connection, "partner", id, Uuids.next().toString()));
    }

    /** Handles the message of a link that a person wants to retry. */
    void retry(UUID partner) {
        handle(CrmTask.retry(actor.company(), connection, CrmTask.Kind.RECORD, "partner", partner.toString()));
    }

    private void handle(CrmTask task) {
        worker.work(new ArrayList<>(List.of(new SyncMessage("message", task))), "bench");
    }

    /** Adds a partner as a person does. */
    void addPartner(String name, String domain) {
        var json = Json.mapper()
                .createObjectNode()
                .put("name", name)
                .put("partner_type", "referral")
                .put("email_domain", domain);
        writes.run(
                actor, write -> write.create(Partner.RESOURCE, services.shapes().created(Partner.RESOURCE, json)));
    }

    /** Adds a note about a partner. */
    void addNote(UUID partner, String content) {
        var note = NoteBuilder.builder()
                .content(content)
                .mentions(List.of())
                .parent(new Note.Parent(Note.Type.PARTNER, partner))
                .build();
        writes.run(actor, write -> write.create(Partner.NOTES.below(partner), note));
    }

    /** Changes a partner as a person does. */
    void change(UUID partner, UnaryOperator<Partner> change) {
        writes.run(actor, write -> write.change(Partner.RESOURCE, partner, change));
    }

    void later(Duration time) {
        clock.move(time);
    }

    Instant now() {
        return clock.instant();
    }

    Status status() {
        return records().get(CrmConnection.RESOURCE, connection).value().status();
    }

    CrmCursor cursor() {
        return records().find(CrmCursor.RESOURCE, connection).orElseThrow().value();
    }

    Records records() {
        return services.records(actor);
    }

    @Override
    public void close() {
        fake.close();
    }
}
