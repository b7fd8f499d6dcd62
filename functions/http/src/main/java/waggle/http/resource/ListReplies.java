package waggle.http.resource;

import io.micronaut.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import waggle.http.query.Expansion;
import waggle.http.query.ListQuery;
import waggle.http.query.UuidList;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.model.Actor;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Reference;
import waggle.model.lists.Condition;
import waggle.model.paging.Page;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.model.store.Store;

/** Replies to requests for lists (docs/api.md, "Lists"). */
final class ListReplies {
    private ListReplies() {}

    static HttpResponse<Page<?>> reply(Store<?> store, Actor actor, Query query) {
        return reply(store, actor, query, List.of(), Set.of());
    }

    /**
     * Replies to a request whose path already chooses records.
     *
     * @param settled the path's conditions
     * @param without filters that the path replaces
     */
    static <T> HttpResponse<Page<?>> reply(
            Store<T> store, Actor actor, Query query, List<Condition> settled, Collection<Filter> without) {
        var parameters = new Parameters(query);
        var size = UuidList.isIn(parameters) ? UuidList.MOST : PageRequest.DEFAULT_SIZE;
        var page = ListQuery.page(parameters, size);
        var request = new ListQuery(parameters, store.resource(), () -> store.filterKeys(actor))
                .read(without, page)
                .and(settled);
        var uuids = UuidList.read(parameters);
        var expanded = Expansion.read(parameters, store.resource());
        var hasLabels = Expansion.hasLabels(parameters, store.resource());
        parameters.finish();
        var found =
                uuids.map(chosen -> store.among(actor, chosen, request)).orElseGet(() -> store.list(actor, request));
        return hasLabels
                ? HttpResponse.ok(PageSize.require(found.with(store.label(actor, found.data(), Catalogue::named))))
                : reply(store, actor, found, expanded);
    }

    private static <T> HttpResponse<Page<?>> reply(
            Store<T> store, Actor actor, Page<Entity<T>> page, List<Reference> expanded) {
        if (expanded.isEmpty()) {
            // The measure writes the JSON of the page, which small pages need not.
            return HttpResponse.ok(page.data().size() <= PageSize.ALWAYS_FIT ? page : PageSize.require(page));
        }
        return HttpResponse.ok(PageSize.require(page.with(store.expand(actor, page.data(), expanded))));
    }
}
