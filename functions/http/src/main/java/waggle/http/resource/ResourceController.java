package waggle.http.resource;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.util.function.Function;
import waggle.http.reply.WriteReplies;
import waggle.http.request.CollectionPath;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.store.Entity;
import waggle.model.store.Precondition;
import waggle.model.store.Receipt;
import waggle.model.store.Resource;

/** Creates, reads, lists, patches and deletes records (docs/api.md, "Conventions"). A resource's own controller extends it. */
public abstract class ResourceController<T> extends ReadController<T> {
    private final ShapeReader<T> shape;

    protected ResourceController(Resource<T> resource, ResourceSupport support) {
        super(resource, support);
        this.shape = support.reader(resource);
    }

    protected final ShapeReader<T> shape() {
        return shape;
    }

    /** Creates a thing. */
    @Post
    public HttpResponse<String> create(Actor actor, JsonBody body, CollectionPath collection, Idempotency idempotency) {
        return created(actor, collection, idempotency, receipt -> store().create(actor, shape.read(body), receipt));
    }

    /** Changes a thing. A change that changes nothing keeps its version. */
    @Patch("/{uuid}")
    public HttpResponse<String> patch(
            Actor actor, String uuid, JsonBody body, Precondition precondition, Idempotency idempotency) {
        return changed(actor, idempotency, receipt -> store().change(
                        actor, known(uuid), precondition, before -> shape.patch(before, body), receipt));
    }

    /** Deletes a thing. One that other records refer to cannot be deleted. */
    @Delete("/{uuid}")
    public HttpResponse<String> delete(Actor actor, String uuid, Precondition precondition, Idempotency idempotency) {
        return deleted(actor, idempotency, receipt -> store().delete(actor, known(uuid), precondition, receipt));
    }

    /** Creates a record, once per idempotency key; the write adds the receipt to its transaction. */
    protected static HttpResponse<String> created(
            Actor actor, CollectionPath collection, Idempotency idempotency, Function<Receipt, Entity<?>> write) {
        return idempotency.once(actor, write, entity -> WriteReplies.created(entity, collection));
    }

    /** Changes a record, once per idempotency key. */
    public static HttpResponse<String> changed(
            Actor actor, Idempotency idempotency, Function<Receipt, Entity<?>> write) {
        return idempotency.once(actor, write, WriteReplies::changed);
    }

    /** Deletes a record, once per idempotency key. */
    protected static HttpResponse<String> deleted(
            Actor actor, Idempotency idempotency, Function<Receipt, Entity<?>> write) {
        return idempotency.once(actor, write, last -> WriteReplies.DELETED);
    }
}
