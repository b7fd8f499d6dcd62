package waggle.http;

import io.micronaut.http.HttpResponse;
import java.util.List;
import java.util.Set;
import waggle.model.Actor;
import waggle.model.store.Condition;
import waggle.model.store.Filter;
import waggle.model.store.Page;
import waggle.model.store.Resource;
import waggle.model.store.Store;

/** Lists the records that belong to one record of another resource, with the same parameters as all of them. */
public final class SubList<T> {
    private final Store<T> store;
    private final Store<?> owners;
    private final Filter owner;

    SubList(Store<T> store, Resource<?> owners) {
        this.store = store;
        this.owners = store.of(owners);
        this.owner = store.resource().filters().stream()
                .filter(filter -> filter.field().equals(owners.name() + "_uuid"))
                .findFirst()
                .orElseThrow();
    }

    /** What the reply is to a request for those of one record; 404 where it is not there. */
    public HttpResponse<Page<?>> of(Actor actor, String uuid, Query query) {
        var found = owners.get(actor, ReadController.known(uuid));
        var condition = new Condition.AnyOf(owner.field(), Set.of(found.uuid().toString()));
        return Listing.reply(store, actor, query, List.of(condition), Set.of(owner));
    }
}
