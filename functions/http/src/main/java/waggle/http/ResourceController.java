package waggle.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.util.UUID;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.store.Entity;
import waggle.model.store.Page;
import waggle.model.store.PageRequest;
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

    @Get
    public HttpResponse<Page<Entity<T>>> list(Actor actor, PageRequest page) {
        return HttpResponse.ok(store.page(actor, page));
    }

    @Post
    public HttpResponse<String> create(Actor actor, JsonBody body, Located collection, Idempotency idempotency) {
        return idempotency.once(
                actor,
                receipt -> store.create(actor, shape.read(body.json()), receipt),
                entity -> Answers.created(entity, collection));
    }

    @Get("/{uuid}")
    public HttpResponse<Entity<T>> get(Actor actor, String uuid) {
        var entity = store.get(actor, known(uuid));
        return HttpResponse.ok(entity).header(EntityTags.HEADER, EntityTags.of(entity));
    }

    @Patch("/{uuid}")
    public HttpResponse<String> patch(
            Actor actor, String uuid, JsonBody body, Precondition precondition, Idempotency idempotency) {
        return idempotency.once(
                actor,
                receipt -> store.change(
                        actor, known(uuid), precondition, before -> shape.patch(before, body.json()), receipt),
                Answers::changed);
    }

    @Delete("/{uuid}")
    public HttpResponse<String> delete(Actor actor, String uuid, Precondition precondition, Idempotency idempotency) {
        return idempotency.once(
                actor, receipt -> store.delete(actor, known(uuid), precondition, receipt), last -> Answers.DELETED);
    }

    /** A malformed identifier is that of no record (contract §1, "Identifiers"). */
    private static UUID known(String uuid) {
        return Uuids.parse(uuid).orElseThrow(() -> new WaggleException(ErrorCode.NOT_FOUND));
    }
}
