package waggle.crm;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.util.List;
import waggle.crm.account.Accounts;
import waggle.http.reply.WriteReplies;
import waggle.http.request.CollectionPath;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.request.Parent;
import waggle.http.request.Query;
import waggle.http.request.RequestAddress;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.Actor;
import waggle.model.Fault;
import waggle.model.Uuids;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.crm.stored.Connections;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.CrmConnection.Status;
import waggle.model.crm.stored.CrmCursor;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.platform.queue.CrmQueue;
import waggle.platform.queue.CrmTask;

@Controller(ResourceGroup.BASE + "/" + CrmConnection.PATH)
final class CrmConnectionsController extends ResourceController<CrmConnection> {
    private final Connections connections;
    private final CrmQueue queue;

    CrmConnectionsController(ResourceSupport support, Connections connections, CrmQueue queue) {
        super(CrmConnection.RESOURCE, support, CrmConnectionsController::faults);
        this.connections = connections;
        this.queue = queue;
    }

    private static List<Fault> faults(CrmConnection connection) {
        // The bean validation reports a missing provider.
        return connection.provider() == null || connection.credentials() == null
                ? List.of()
                : Accounts.faults(connection.provider(), connection.credentials());
    }

    /**
     * Creates a connection with the default mappings of its CRM. Nothing is read or written there before the first call of
     * `/test`, `/schema` or `/sync`. No reply contains the credentials. This one contains the address of the hook, and no later
     * reply does, not even an idempotent repeat.
     */
    @Override
    @Post
    public HttpResponse<String> create(
            Actor actor, JsonBody body, Parent above, CollectionPath collection, Query query, Idempotency idempotency) {
        query.requireNone();
        return idempotency.once(
                actor,
                write -> WriteReplies.created(
                        connections.create(write, shape().read(body), collection.root()), collection));
    }

    /** Gives the hook another address, and returns it this once. The one before it ends at once. */
    @Post("/{uuid}/rotate-hook")
    @JsonTypes(reply = CrmConnection.class)
    public HttpResponse<String> rotateHook(Actor actor, String uuid, RequestAddress address, Idempotency idempotency) {
        return idempotency.once(
                actor,
                write -> WriteReplies.changed(connections.rotateHook(write, Uuids.inPath(uuid), address.root())));
    }

    /** Changes a connection. One with other credentials connects again, and goes on where it was. */
    @Override
    @Patch("/{uuid}")
    public HttpResponse<String> patch(
            Actor actor,
            String uuid,
            JsonBody body,
            Parent above,
            Precondition precondition,
            Query query,
            Idempotency idempotency) {
        query.requireNone();
        return idempotency.once(actor, write -> {
            var id = Uuids.inPath(uuid);
            var wasLimited = write.get(CrmConnection.RESOURCE, id).value().status() == Status.LIMITED;
            var changed = connections.change(write, id, precondition, before -> shape().patch(before, body));
            if (changed.value().runs()) {
                resume(write, changed, wasLimited && changed.value().status() != Status.LIMITED);
            }
            return WriteReplies.changed(changed);
        });
    }

    /**
     * A connection that waited goes on at once.
     *
     * @param isFree whether a person has ended the wait for a limit
     */
    private void resume(Write write, Entity<CrmConnection> connection, boolean isFree) {
        write.find(CrmCursor.RESOURCE, connection.uuid())
                .filter(cursor -> isFree || cursor.value().nextSyncAt() == null)
                .filter(cursor ->
                        !cursor.value().windows().isEmpty() || cursor.value().runUuid() != null)
                .ifPresent(cursor -> look(write, connection, write.time()));
    }

    private void look(Write write, Entity<CrmConnection> connection, Instant now) {
        write.change(CrmCursor.RESOURCE, connection.uuid(), cursor -> cursor.waiting(now));
        write.afterCommit(() -> queue.hint(CrmTask.look(write.company(), connection.uuid(), now)));
    }

    /** Deletes a connection with its mappings. The records of both sides and the links stay. */
    @Override
    @Delete("/{uuid}")
    public HttpResponse<String> delete(
            Actor actor, String uuid, Parent above, Precondition precondition, Idempotency idempotency) {
        return idempotency.once(actor, write -> {
            connections.delete(write, Uuids.inPath(uuid), precondition);
            return WriteReplies.deleted();
        });
    }
}
