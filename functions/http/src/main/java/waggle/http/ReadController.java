package waggle.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.UUID;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.store.Page;
import waggle.model.store.Resource;
import waggle.model.store.Store;

/** List and read: what every resource has; a resource that no client writes has a controller that extends it. */
public abstract class ReadController<T> {
    private final Store<T> store;

    protected ReadController(Resource<T> resource, ResourceSupport support) {
        this.store = support.store(resource);
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

    /** A malformed identifier is that of no record (contract §1, "Identifiers"). */
    protected static UUID known(String uuid) {
        return Uuids.parse(uuid).orElseThrow(() -> new WaggleException(ErrorCode.NOT_FOUND));
    }
}
