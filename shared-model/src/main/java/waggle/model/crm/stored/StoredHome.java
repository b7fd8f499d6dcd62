package waggle.model.crm.stored;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.sync.Home;
import waggle.model.crm.sync.Link;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.store.FirstReads;
import waggle.model.store.Store;

/** Waggle's side in the table. */
public final class StoredHome implements Home {
    private final Store<?> store;
    private final Actor actor;
    private final Links links;
    private final HomeRules rules;
    private final Matches matches;
    private final Supplier<Records> reads;

    /** @param store of the records of the mapped resource */
    public StoredHome(Store<?> store, Actor actor, Links links, HomeRules rules) {
        this(
                store,
                actor,
                links,
                rules,
                new Matches(store, actor, rules.mapping(), List.of()),
                () -> store.records(actor));
    }

    private StoredHome(
            Store<?> store, Actor actor, Links links, HomeRules rules, Matches matches, Supplier<Records> reads) {
        this.store = store;
        this.actor = actor;
        this.links = links;
        this.rules = rules;
        this.matches = matches;
        this.reads = reads;
    }

    /** The same side, which finds the matches of all records of a page with one list. */
    public StoredHome over(List<RemoteRecord> page) {
        return new StoredHome(store, actor, links, rules, new Matches(store, actor, rules.mapping(), page), reads);
    }

    /** The same side as it is now: what belongs to the records of a page is read with a few requests. */
    public StoredHome asItIs(List<RemoteRecord> page) {
        var records = new FirstReads(records());
        readAhead(records, page);
        return new StoredHome(store, actor, links, rules, matches, () -> records);
    }

    private void readAhead(FirstReads records, List<RemoteRecord> page) {
        var ids = page.stream().map(RemoteRecord::id).toList();
        links.readAheadOfRemote(records, ids);
        var linked = ids.stream()
                .flatMap(id -> links.of(records, id).stream())
                .flatMap(link -> Optional.ofNullable(link.value().recordUuid()).stream())
                .toList();
        records.readAhead(linked.stream()
                .flatMap(uuid -> collection(records, uuid).stream().map(of -> of.key(records.company(), uuid)))
                .toList());
        var partners = linked.stream()
                .flatMap(uuid -> collection(records, uuid).flatMap(of -> records.item(of, uuid)).stream())
                .flatMap(item -> Optional.ofNullable(item.get(SyncedResource.PARENT)).stream())
                .flatMap(partner -> Optional.ofNullable(partner.s()).flatMap(Uuids::parse).stream())
                .toList();
        var companies = rules.mapping().fields().stream()
                .filter(rule -> rule.waggle().equals(SyncedResource.PARENT))
                .flatMap(rule -> page.stream().map(record -> record.fields().getOrDefault(rule.remote(), "")))
                .filter(id -> !id.isBlank())
                .toList();
        rules.texts().references().readAhead(records, partners, companies);
    }

    /** Those of some records that have no link that stands; a few requests read the links of a hundred. */
    public List<UUID> unlinked(List<UUID> uuids) {
        var records = new FirstReads(records());
        links.readAhead(records, uuids);
        return uuids.stream()
                .filter(uuid -> links.of(records, uuid)
                        .filter(link -> link.value().status() == Link.State.LINKED)
                        .isEmpty())
                .toList();
    }

    /** The records of Waggle: of a side as it is at a time, what it has read so far. */
    public Records records() {
        return reads.get();
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
        return collection(records, record)
                .flatMap(of -> records.find(of, record))
                .map(found -> rules.texts().read(records, found));
    }

    private Optional<Resource<?>> collection(Records records, UUID record) {
        return rules.texts().references().collection(records, links.resource(), record);
    }

    /** Equal values are found by the index of the lists, which may lack the records of the last moment. */
    @Override
    public List<UUID> match(String field, String value) {
        return matches.of(field, value);
    }

    /** A note waits for the link of the record that it is about. */
    @Override
    public boolean includes(UUID record) {
        return rules.filter().test(record)
                && (links.resource() != SyncedResource.NOTE
                        || rules.texts()
                                .references()
                                .remoteOfParent(records(), record)
                                .isPresent());
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
    public String derived(String field, Map<String, String> values) {
        return rules.texts().derived(field, values);
    }

    @Override
    public UUID nextUuid() {
        return Uuids.next();
    }
}
