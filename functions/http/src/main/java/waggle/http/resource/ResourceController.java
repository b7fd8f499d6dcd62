package waggle.http.resource;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waggle.http.reply.WriteReplies;
import waggle.http.request.CollectionPath;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.request.Parent;
import waggle.http.request.Query;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.Fault;
import waggle.model.Uuids;
import waggle.model.declaration.Resource;
import waggle.model.records.Precondition;

/** Creates, reads, lists, patches and deletes records (docs/api.md, "Conventions"). A resource's own controller extends it. */
public abstract class ResourceController<T> extends ReadController<T> {
    private final ShapeReader<T> shape;

    protected ResourceController(Resource<T> resource, ResourceSupport support) {
        this(resource, support, value -> List.of());
    }

    /** @param check further faults of a value whose fields are each valid */
    protected ResourceController(Resource<T> resource, ResourceSupport support, Function<T, List<Fault>> check) {
        super(resource, support);
        this.shape = support.reader(resource, check);
    }

    protected final ShapeReader<T> shape() {
        return shape;
    }

    /**
     * The value that a client may write instead of another; the same value, unless a controller refuses it.
     *
     * @param before null when the record is new
     */
    protected T accepted(@Nullable T before, T value) {
        return value;
    }

    /** Creates a thing. */
    @Post
    public HttpResponse<String> create(
            Actor actor, JsonBody body, Parent above, CollectionPath collection, Query query, Idempotency idempotency) {
        var expanded = expanded(query);
        var resource = above.collection(store(), actor);
        var reply = idempotency.once(actor, write -> {
            var value = accepted(null, shape.read(body, above.fields(resource)));
            return WriteReplies.created(write, resource, write.create(resource, value), collection);
        });
        return WriteReplies.expanded(reply, record -> store().expand(actor, record, expanded), expanded);
    }

    /** Changes a thing. A change that changes nothing keeps its version. */
    @Patch("/{uuid}")
    public HttpResponse<String> patch(
            Actor actor,
            String uuid,
            JsonBody body,
            Parent above,
            Precondition precondition,
            Query query,
            Idempotency idempotency) {
        var expanded = expanded(query);
        var resource = above.collection(store(), actor);
        var reply = idempotency.once(
                actor,
                write -> WriteReplies.changed(
                        write,
                        resource,
                        write.change(
                                resource,
                                Uuids.inPath(uuid),
                                precondition,
                                before -> accepted(before, shape.patch(before, body)))));
        return WriteReplies.expanded(reply, record -> store().expand(actor, record, expanded), expanded);
    }

    /** Deletes a thing. One that other records refer to cannot be deleted. */
    @Delete("/{uuid}")
    public HttpResponse<String> delete(
            Actor actor, String uuid, Parent above, Precondition precondition, Idempotency idempotency) {
        var resource = above.collection(store(), actor);
        return idempotency.once(actor, write -> {
            write.remove(resource, Uuids.inPath(uuid), precondition);
            return WriteReplies.deleted();
        });
    }
}
