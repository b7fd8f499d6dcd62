package waggle.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.UUID;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.store.Page;
import waggle.model.store.Precondition;
import waggle.model.store.Resource;
import waggle.model.store.Store;

/** Create, read, list, patch and delete (contract §1, "Full CRUD"); a resource's own controller extends it. */
public abstract class ResourceController<T> {
    private final Store<T> store;
    private final ShapeReader<T> shape;

    protected ResourceController(Resource<T> resource, ResourceSupport support) {
        this.store = support.store(resource);
        this.shape = support.reader(resource);
    }

    final String path() {
        return store.resource().path();
    }

    protected final Store<T> store() {
        return store;
    }

    /** Lists things, a page at a time. */
    @Get
    public HttpResponse<Page<?>> list(Actor actor, Query query) {
        return Listing.reply(store, actor, query);
    }

    /** Creates a thing. */
    @Post
    public HttpResponse<String> create(Actor actor, JsonBody body, Located collection, Idempotency idempotency) {
        return idempotency.once(
                actor,
                receipt -> store.create(actor, shape.read(body), receipt),
                entity -> Answers.created(entity, collection));
    }

    /** Reads a thing. */
    @Get("/{uuid}")
    public HttpResponse<?> get(Actor actor, String uuid, Query query) {
        var parameters = new Parameters(query);
        var expanded = Expansion.read(parameters, store.resource());
        parameters.finish();
        var entity = store.get(actor, known(uuid));
        return expanded.isEmpty()
                ? HttpResponse.ok(entity).header(EntityTags.HEADER, EntityTags.of(entity))
                // No ETag: the version says nothing of the records beside it.
                : HttpResponse.ok(store.expand(actor, List.of(entity), expanded).getFirst());
    }

    /** Changes a thing. A change that changes nothing keeps its version. */
    @Patch("/{uuid}")
    public HttpResponse<String> patch(
            Actor actor, String uuid, JsonBody body, Precondition precondition, Idempotency idempotency) {
        return idempotency.once(
                actor,
                receipt -> store.change(actor, known(uuid), precondition, before -> shape.patch(before, body), receipt),
                Answers::changed);
    }

    /** Deletes a thing. One that other records refer to cannot be deleted. */
    @Delete("/{uuid}")
    public HttpResponse<String> delete(Actor actor, String uuid, Precondition precondition, Idempotency idempotency) {
        return idempotency.once(
                actor, receipt -> store.delete(actor, known(uuid), precondition, receipt), last -> Answers.DELETED);
    }

    /** A malformed identifier is that of no record (contract §1, "Identifiers"). */
    protected static UUID known(String uuid) {
        return Uuids.parse(uuid).orElseThrow(() -> new WaggleException(ErrorCode.NOT_FOUND));
    }
}
