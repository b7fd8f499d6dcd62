package waggle.http.resource;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import java.util.List;
import waggle.http.query.Expansion;
import waggle.http.request.EntityTags;
import waggle.http.request.Parameters;
import waggle.http.request.Parent;
import waggle.http.request.Query;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.paging.Page;
import waggle.model.store.Store;

/** Lists and reads records. The controller of a resource that clients cannot write extends it. */
public abstract class ReadController<T> {
    private final Store<T> store;

    protected ReadController(Resource<T> resource, ResourceSupport support) {
        this.store = support.store(resource);
    }

    /** The path of a collection, below the base path: {@code tags}; of a nested resource, that of some parent. */
    public final String path() {
        var resource = store.resource();
        return resource.nesting()
                .map(nesting -> nesting.parent().get().path() + "/" + Uuids.next() + "/" + resource.path())
                .orElse(resource.path());
    }

    protected final Store<T> store() {
        return store;
    }

    /** Lists things, a page at a time. */
    @Get
    public HttpResponse<Page<?>> list(Actor actor, Parent above, Query query) {
        return ListReplies.reply(store.of(above.collection(store, actor)), actor, query);
    }

    /** Reads a thing. */
    @Get("/{uuid}")
    public HttpResponse<?> get(Actor actor, String uuid, Parent above, Query query) {
        var records = store.of(above.collection(store, actor));
        var parameters = new Parameters(query);
        var expanded = Expansion.read(parameters, store.resource());
        var hasLabels = Expansion.hasLabels(parameters, store.resource());
        parameters.finish();
        var entity = records.get(actor, Uuids.inPath(uuid));
        if (hasLabels) {
            return HttpResponse.ok(
                    records.label(actor, List.of(entity), Catalogue::named).getFirst());
        }
        return expanded.isEmpty()
                ? HttpResponse.ok(entity).header(EntityTags.HEADER, EntityTags.of(entity))
                // No ETag: the version does not cover the expanded records.
                : HttpResponse.ok(
                        records.expand(actor, List.of(entity), expanded).getFirst());
    }

    /**
     * The references that a request for one record expands.
     *
     * @throws WaggleException if the query has anything else
     */
    protected final List<Reference> expanded(Query query) {
        var parameters = new Parameters(query);
        var expanded = Expansion.read(parameters, store.resource());
        parameters.finish();
        return expanded;
    }
}
