package waggle.http.resource;

import io.micronaut.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import waggle.http.query.Expansion;
import waggle.http.query.ListQuery;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.model.Actor;
import waggle.model.declaration.Filter;
import waggle.model.lists.Condition;
import waggle.model.paging.Page;
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
        var request = new ListQuery(parameters, store.resource(), () -> store.filterKeys(actor)).read(without);
        var expanded = Expansion.read(parameters, store.resource());
        parameters.finish();
        var page = store.list(actor, request.and(settled));
        if (expanded.isEmpty()) {
            // The measure writes the JSON of the page, which small pages need not.
            return HttpResponse.ok(page.data().size() <= PageSize.ALWAYS_FIT ? page : PageSize.require(page));
        }
        return HttpResponse.ok(PageSize.require(page.with(store.expand(actor, page.data(), expanded))));
    }
}
