package waggle.model.crm.stored;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.sync.Home;
import waggle.model.crm.sync.Link;
import waggle.model.declaration.Records;
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
    private final HomeRules rules;

    /** @param store of the records of the mapped resource */
    public StoredHome(Store<?> store, Actor actor, Links links, HomeRules rules) {
        this.store = store;
        this.actor = actor;
        this.links = links;
        this.rules = rules;
    }

    private Records records() {
        return store.records(actor);
    }

    @Override
    public Optional<Link> linkOf(UUID record) {
        return links.of(records(), record).map(link -> link.value().link());
    }

    @Override
    public Optional<Link> linkOf(String remoteId) {
        return links.of(records(), remoteId)
                .filter(link -> link.value().resource() == links.resource())
                .map(link -> link.value().link());
    }

    @Override
    public Optional<LocalRecord> read(UUID record) {
        var records = records();
        return records.find(links.resource().resource(), record)
                .map(found -> rules.texts().read(records, found));
    }

    /** Equal values are found by the index of the lists, which may lack the records of the last moment. */
    @Override
    public List<UUID> match(String field, String value) {
        var request = ListRequest.all(FIRST).and(List.of(new Condition.AnyOf(field, Set.of(value))));
        return store.list(actor, request).data().stream().map(Entity::uuid).toList();
    }

    @Override
    public boolean includes(UUID record) {
        return rules.filter().test(record);
    }

    @Override
    public boolean canCreate(Map<String, String> values) {
        return !links.resource().needsParent()
                || !values.getOrDefault(SyncedResource.PARENT, "").isBlank();
    }

    @Override
    public boolean isOfOtherResource(RemoteRecord remote) {
        if (rules.siblings().isEmpty()) {
            return false;
        }
        var records = records();
        var isLinked = links.of(records, remote.id())
                .filter(link -> link.value().resource() != links.resource())
                .isPresent();
        return isLinked
                || Optional.ofNullable(remote.marker())
                        .flatMap(Uuids::parse)
                        .filter(uuid -> rules.siblings().stream().anyMatch(other -> records.find(other.resource(), uuid)
                                .isPresent()))
                        .isPresent();
    }

    @Override
    public RemoteRecord understood(RemoteRecord remote) {
        var known = new HashMap<>(remote.fields());
        rules.mapping().fields().stream()
                .filter(rule -> !isUnderstood(rule, known.getOrDefault(rule.remote(), "")))
                .forEach(rule -> known.remove(rule.remote()));
        return new RemoteRecord(
                remote.id(), remote.modifiedAt(), remote.deleted(), remote.mergedInto(), remote.marker(), known);
    }

    private boolean isUnderstood(FieldRule rule, String value) {
        return switch (rule.waggle()) {
            case SyncedResource.PARENT ->
                value.isBlank()
                        ? !links.resource().needsParent()
                        : rules.texts().references().partnerOf(records(), value).isPresent();
            case SyncedResource.OWNER ->
                value.isBlank()
                        || rule.toWaggle(value)
                                .filter(email ->
                                        References.userOf(records(), email).isEmpty())
                                .isEmpty();
            default -> true;
        };
    }

    @Override
    public UUID nextUuid() {
        return Uuids.next();
    }
}
