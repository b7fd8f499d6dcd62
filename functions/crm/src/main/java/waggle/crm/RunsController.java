package waggle.crm;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import waggle.http.reply.WriteReplies;
import waggle.http.request.EntityTags;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.http.resource.SubList;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.crm.mapping.CrmMapping;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.CrmCursor;
import waggle.model.crm.stored.CrmCursorBuilder;
import waggle.model.crm.stored.CrmRun;
import waggle.model.declaration.Write;
import waggle.model.paging.Page;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.platform.queue.CrmQueue;
import waggle.platform.queue.CrmTask;

@Controller(ResourceGroup.BASE + "/" + CrmConnection.PATH + "/{uuid}")
final class RunsController {
    private final SubList<CrmRun> runs;
    private final Store<CrmRun> store;
    private final ShapeReader<RunRequest> shape;
    private final CrmQueue queue;

    RunsController(ResourceSupport support, CrmQueue queue) {
        this.runs = support.subList(CrmRun.RESOURCE, CrmConnection.RESOURCE);
        this.store = support.store(CrmRun.RESOURCE);
        this.shape = support.reader(RunRequest.class);
        this.queue = queue;
    }

    /**
     * Begins a run, which synchronises records now. The first run of a resource reads all records of both sides, and starts the
     * synchronisation of changes. A dry run writes nothing, and lists in the log what the run would write.
     */
    @Post("/sync")
    @JsonTypes(request = RunRequest.class, reply = CrmRun.class)
    public HttpResponse<String> sync(Actor actor, String uuid, JsonBody body, Query query, Idempotency idempotency) {
        query.requireNone();
        return idempotency.once(
                actor, write -> WriteReplies.changed(begun(write, Uuids.inPath(uuid), shape.read(body))));
    }

    private Entity<CrmRun> begun(Write write, UUID uuid, RunRequest request) {
        var connection = write.get(CrmConnection.RESOURCE, uuid);
        if (!connection.value().runs()) {
            throw WaggleException.conflict("The connection is %s; it makes no calls"
                    .formatted(connection.value().status().name().toLowerCase(Locale.ROOT)));
        }
        var mapping = write.get(CrmMapping.RESOURCE, uuid).value();
        var resource = request.resource();
        if (resource != null && mapping.of(resource).isEmpty()) {
            throw WaggleException.conflict("The connection has no mapping of this resource");
        }
        var cursor = write.find(CrmCursor.RESOURCE, uuid);
        cursor.map(found -> found.value().runUuid())
                .flatMap(running -> write.find(CrmRun.RESOURCE, running))
                .filter(running -> !running.value().hasEnded())
                .ifPresent(running -> {
                    throw WaggleException.conflict("The run %s is not over yet".formatted(running.uuid()));
                });
        var isFirst = cursor.map(found -> found.value().windows().isEmpty()).orElse(true);
        var full = Objects.requireNonNullElse(request.full(), isFirst);
        var run = write.create(
                CrmRun.RESOURCE, CrmRun.begun(uuid, resource, full, Objects.requireNonNull(request.dryRun())));
        var now = write.time();
        if (cursor.isPresent()) {
            var isLimited = connection.value().status() == CrmConnection.Status.LIMITED;
            write.change(
                    CrmCursor.RESOURCE, uuid, before -> running(before, run.uuid(), start(before, isLimited, now)));
        } else {
            write.create(CrmCursor.RESOURCE, uuid, running(CrmCursor.NEW, run.uuid(), now));
        }
        write.afterCommit(() -> queue.hint(CrmTask.look(write.company(), uuid, now)));
        return run;
    }

    /** A limit of the CRM ends before the run begins. */
    private static Instant start(CrmCursor cursor, boolean isLimited, Instant now) {
        var next = cursor.nextSyncAt();
        return isLimited && next != null && next.isAfter(now) ? next : now;
    }

    private static CrmCursor running(CrmCursor cursor, UUID run, Instant now) {
        return CrmCursorBuilder.builder(cursor).runUuid(run).nextSyncAt(now).build();
    }

    /** Lists the runs of a connection. */
    @Get("/" + CrmRun.PATH)
    @JsonTypes(reply = CrmRun.class)
    public HttpResponse<Page<?>> runs(Actor actor, String uuid, Query query) {
        return runs.of(actor, uuid, query);
    }

    /** Reads a run with its progress. */
    @Get("/" + CrmRun.PATH + "/{run}")
    @JsonTypes(reply = CrmRun.class)
    public HttpResponse<?> readRun(Actor actor, String uuid, String run, Query query) {
        new Parameters(query).finish();
        var found = store.find(actor, Uuids.inPath(run))
                .filter(one -> one.value().crmConnectionUuid().equals(Uuids.inPath(uuid)))
                .orElseThrow(() -> new WaggleException(ErrorCode.NOT_FOUND));
        return HttpResponse.ok(found).header(EntityTags.HEADER, EntityTags.of(found));
    }
}
