package waggle.search;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.keys.MethodAccess;
import waggle.model.keys.Scopes.Scope;
import waggle.model.search.SearchResult;
import waggle.model.search.Searches;

@Controller(ResourceGroup.BASE + "/" + SearchResult.PATH)
final class SearchController {
    private final Searches searches;

    SearchController(ResourceSupport support) {
        this.searches = new Searches(support::store);
    }

    /** Finds partners, leads, deals and contacts by words. It finds only types that the key may read. */
    @Get
    @JsonTypes(query = SearchQuery.class)
    public HttpResponse<Found> search(Actor actor, Query query) {
        var wanted = SearchQuery.read(query);
        var types = wanted.types().stream()
                .filter(type -> query.scopes().allow(Scope.READ, type.resource().path()))
                .toList();
        if (types.isEmpty()) {
            throw new WaggleException(ErrorCode.ACCESS_DENIED, MethodAccess.refusal(Scope.READ));
        }
        return HttpResponse.ok(new Found(searches.find(actor, types, wanted.words(), wanted.limit())));
    }
}
