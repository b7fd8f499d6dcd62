package waggle.http.resource;

import io.micronaut.http.HttpResponse;
import java.util.List;
import java.util.Set;
import waggle.http.request.Query;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Resource;
import waggle.model.lists.Condition;
import waggle.model.paging.Page;
import waggle.model.store.Store;

/** Lists the records below one record of another resource, with the parameters of the whole list except that filter. */
public final class SubList<T> {
    private final Store<T> store;
    private final Store<?> owners;
    private final Filter owner;

    SubList(Store<T> store, Resource<?> owners) {
        this.store = store;
        this.owners = store.of(owners);
        this.owner = store.resource().listing().filters().stream()
                .filter(filter -> filter.field().equals(owners.name() + "_uuid"))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Lists the records below the record with a uuid.
     *
     * @throws waggle.model.WaggleException {@link waggle.model.ErrorCode#NOT_FOUND} if there is no such record
     */
    public HttpResponse<Page<?>> of(Actor actor, String uuid, Query query) {
        var found = owners.get(actor, Uuids.inPath(uuid));
        var condition = new Condition.AnyOf(owner.field(), Set.of(found.uuid().toString()));
        return ListReplies.reply(store, actor, query, List.of(condition), Set.of(owner));
    }
}
