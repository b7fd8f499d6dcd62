package waggle.model.crm.stored;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.sync.Home;
import waggle.model.crm.sync.Link;
import waggle.model.lists.Condition;
import waggle.model.lists.ListRequest;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.model.store.Store;

/** Waggle's side in the table. */
public final class StoredHome implements Home {
    private static final PageRequest FIRST = new PageRequest(1, 10);

    private final Store<?> store;
    private final Actor actor;
    private final Links links;
    private final RecordTexts texts;

    /** @param store of the records of the mapped resource */
    public StoredHome(Store<?> store, Actor actor, Links links) {
        this.store = store;
        this.actor = actor;
        this.links = links;
        this.texts = new RecordTexts(links.resource());
    }

    @Override
    public Optional<Link> linkOf(UUID record) {
        return links.of(store.records(actor), record).map(link -> link.value().link());
    }

    @Override
    public Optional<Link> linkOf(String remoteId) {
        return links.of(store.records(actor), remoteId).map(link -> link.value().link());
    }

    @Override
    public Optional<LocalRecord> read(UUID record) {
        return store.records(actor).find(links.resource().resource(), record).map(texts::read);
    }

    /** Equal values are found by the index of the lists, which may lack the records of the last moment. */
    @Override
    public List<UUID> match(String field, String value) {
        var request = ListRequest.all(FIRST).and(List.of(new Condition.AnyOf(field, Set.of(value))));
        return store.list(actor, request).data().stream().map(Entity::uuid).toList();
    }

    @Override
    public UUID nextUuid() {
        return Uuids.next();
    }
}
