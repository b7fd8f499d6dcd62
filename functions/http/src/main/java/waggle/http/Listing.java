package waggle.http;

import io.micronaut.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import waggle.model.Actor;
import waggle.model.store.Condition;
import waggle.model.store.Filter;
import waggle.model.store.Page;
import waggle.model.store.Store;

/** Answers requests for lists (contract §1, "Lists"). */
final class Listing {
    private Listing() {}

    static HttpResponse<Page<?>> reply(Store<?> store, Actor actor, Query query) {
        return reply(store, actor, query, List.of(), Set.of());
    }

    /**
     * Answers a request of which something is settled by its path.
     *
     * @param settled what must hold beside what the query says
     * @param without the filters that the query cannot have for that
     */
    static <T> HttpResponse<Page<?>> reply(
            Store<T> store, Actor actor, Query query, List<Condition> settled, Collection<Filter> without) {
        var parameters = new Parameters(query);
        var request = new ListQuery(parameters, store.resource(), () -> store.entryKeys(actor)).read(without);
        var expanded = Expansion.read(parameters, store.resource());
        parameters.finish();
        var page = store.list(actor, request.and(settled));
        return HttpResponse.ok(expanded.isEmpty() ? page : page.with(store.expand(actor, page.data(), expanded)));
    }
}
