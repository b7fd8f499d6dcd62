package waggle.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.util.function.Function;
import waggle.model.Actor;
import waggle.model.store.Entity;
import waggle.model.store.Precondition;
import waggle.model.store.Receipt;
import waggle.model.store.Resource;

/** Create, read, list, patch and delete (contract §1, "Full CRUD"); a resource's own controller extends it. */
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
    public HttpResponse<String> create(Actor actor, JsonBody body, Located collection, Idempotency idempotency) {
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

    /** Makes a record, once for each idempotency key; the write lets the receipt join its transaction. */
    protected static HttpResponse<String> created(
            Actor actor, Located collection, Idempotency idempotency, Function<Receipt, Entity<?>> write) {
        return idempotency.once(actor, write, entity -> Answers.created(entity, collection));
    }

    /** Changes a record, in the same way. */
    public static HttpResponse<String> changed(
            Actor actor, Idempotency idempotency, Function<Receipt, Entity<?>> write) {
        return idempotency.once(actor, write, Answers::changed);
    }

    /** Lets a record go, in the same way. */
    protected static HttpResponse<String> deleted(
            Actor actor, Idempotency idempotency, Function<Receipt, Entity<?>> write) {
        return idempotency.once(actor, write, last -> Answers.DELETED);
    }
}
