package waggle.model.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Limits;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.audit.AuditEntry;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.table.ItemKey;

/**
 * The records of one resource. Whoever asks sees only the records of their own company; every write makes its event in
 * the same transaction (contract §6).
 */
public final class Store<T> {
    /** Some 9 s of pauses on average, and so well within a request's {@link Limits#GATEWAY_TIMEOUT}. */
    private static final int ATTEMPTS = 40;

    /** What a transaction may have so that one more record surely fits in. */
    private static final int LEAST_ROOM = Transaction.MOST_ITEMS / 3;

    private final DynamoDbClient client;
    private final String tableName;
    private final Resource<T> resource;
    private final Clock clock;
    private final int segmentSize;
    private final EntitySchema<T> schema;
    private final RecordItems<T> items;
    private final UniqueValues<T> uniques;
    private final FacetList<T> facets;
    private final DynamoDbTable<Entity<T>> table;

    public Store(DynamoDbClient client, String tableName, Resource<T> resource, Clock clock) {
        this(client, tableName, resource, clock, Segments.SIZE);
    }

    Store(DynamoDbClient client, String tableName, Resource<T> resource, Clock clock, int segmentSize) {
        this.client = client;
        this.tableName = tableName;
        this.resource = resource;
        this.clock = clock;
        this.segmentSize = segmentSize;
        this.schema = resource.schema();
        this.items = new RecordItems<>(resource, schema);
        this.uniques = new UniqueValues<>(resource);
        this.facets = new FacetList<>(client, tableName, resource, schema);
        this.table =
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build().table(tableName, schema);
    }

    public Resource<T> resource() {
        return resource;
    }

    /** The records of another resource in the same table. */
    public <U> Store<U> of(Resource<U> other) {
        return new Store<>(client, tableName, other, clock, segmentSize);
    }

    /** {@link #create(Actor, Object, Receipt)} with nothing to join. */
    public Entity<T> create(Actor actor, T value) {
        return create(actor, value, Receipt.none());
    }

    /**
     * Writes a new record with version 1.
     *
     * @throws WaggleException {@link ErrorCode#CONFLICT} when another record has one of its unique texts,
     *     {@link ErrorCode#INVALID_REQUEST} when it refers to a record that is not there
     */
    public Entity<T> create(Actor actor, T value, Receipt receipt) {
        return create(actor, Uuids.next(), value, receipt);
    }

    /** The same with a uuid that something else had to know before. */
    public Entity<T> create(Actor actor, UUID uuid, T value, Receipt receipt) {
        return insert(actor, fresh(uuid, value, now()), receipt);
    }

    private Entity<T> fresh(UUID uuid, T value, Instant now) {
        var counts = new LinkedHashMap<String, BigDecimal>();
        resource.counts().forEach(count -> counts.put(count, BigDecimal.ZERO));
        return new Entity<>(uuid, value, now, now, 1, counts, 0);
    }

    /** Writes a new record; its uuid need not be the newest. */
    Entity<T> insert(Actor actor, Entity<T> draft, Receipt receipt) {
        return untilFirst(() -> {
            var entity = draft.with(resource.complete(this, actor, null, draft.value()));
            var transaction = new Transaction(tableName);
            add(transaction, actor, entity);
            if (!resource.isDerived()) {
                segments(actor).insert(transaction, entity.uuid(), Raced::new);
            }
            receipt.join(transaction, entity);
            transaction.commit(client);
            return entity;
        });
    }

    /**
     * Adds the first records of a collection to the transaction that makes their company.
     *
     * @param values in the order of their making, complete, and few enough for one transaction
     */
    public void begin(Transaction transaction, Actor actor, List<T> values) {
        var now = now();
        begin(transaction, actor, values.stream().map(value -> fresh(Uuids.next(), value, now)));
    }

    /** Adds the first record of a collection, with a uuid that something else had to know before. */
    public void begin(Transaction transaction, Actor actor, UUID uuid, T value) {
        begin(transaction, actor, Stream.of(fresh(uuid, value, now())));
    }

    private void begin(Transaction transaction, Actor actor, Stream<Entity<T>> records) {
        var entities = records.toList();
        entities.forEach(entity -> add(transaction, actor, entity));
        segments(actor).begin(transaction, entities.size(), entities.getLast().uuid());
    }

    private void add(Transaction transaction, Actor actor, Entity<T> entity) {
        written(transaction, actor, entity.uuid(), null, entity, entity.createdAt());
        items.insert(transaction, actor.company(), entity);
        uniques.claim(transaction, actor.company(), entity.uuid(), entity.value());
        uses(transaction, actor).exchange(List.of(), resource.uses(this, actor, entity.value()));
        resource.consequence().join(this, actor, transaction, null, entity);
    }

    /**
     * The record as last written.
     *
     * @throws WaggleException {@link ErrorCode#NOT_FOUND}, also when the record is another company's
     */
    public Entity<T> get(Actor actor, UUID uuid) {
        return find(actor, uuid)
                .orElseThrow(() -> new WaggleException(ErrorCode.NOT_FOUND, "No such " + resource.noun()));
    }

    /** The record as last written, if there is one. */
    public Optional<Entity<T>> find(Actor actor, UUID uuid) {
        var key = key(actor, uuid).enhanced();
        return Optional.ofNullable(table.getItem(get -> get.key(key).consistentRead(true)));
    }

    /** The item of a record as last written, with what is kept beside its fields. */
    public Optional<Map<String, AttributeValue>> item(Actor actor, UUID uuid) {
        var key = key(actor, uuid).attributes();
        return Optional.of(
                        client.getItem(get -> get.tableName(tableName).key(key).consistentRead(true)))
                .filter(GetItemResponse::hasItem)
                .map(GetItemResponse::item);
    }

    /** The items of those records that are there, with one read for a hundred. */
    public Map<UUID, Map<String, AttributeValue>> items(Actor actor, List<UUID> uuids) {
        var keys = uuids.stream().map(uuid -> key(actor, uuid)).toList();
        var items = new HashMap<UUID, Map<String, AttributeValue>>();
        ItemBatch.read(client, tableName, keys).forEach((key, item) -> items.put(UUID.fromString(key.sk()), item));
        return items;
    }

    /** The record that an item is. */
    public Entity<T> entity(Map<String, AttributeValue> item) {
        return schema.mapToItem(item);
    }

    /** Everything in the resource's own order, as {@link #list} has it. */
    public Page<Entity<T>> page(Actor actor, PageRequest request) {
        return list(actor, ListRequest.all(request));
    }

    /**
     * A page of what is asked for, with exact counts. Without filters and in the resource's own order, a write is seen as
     * soon as it was answered; otherwise within a second.
     */
    public Page<Entity<T>> list(Actor actor, ListRequest request) {
        var newestFirst = request.order().isEmpty() && resource.order().isEmpty();
        return request.isUnfiltered() && newestFirst
                ? newest(actor, request.page())
                : facets.page(actor, kept(request), target -> of(target).places(actor));
    }

    private Page<Entity<T>> newest(Actor actor, PageRequest request) {
        var ranks = ranks(actor);
        var data = ranks.stretches(request).stream()
                .flatMap(stretch -> stretch.read(table, collection(actor)).stream())
                .toList();
        return new Page<>(data, Page.Meta.of(ranks.total(), request));
    }

    /** What is past its time may still be there for a while. */
    private ListRequest kept(ListRequest request) {
        return resource.retention()
                .map(time -> request.since(clock.instant().minus(time)))
                .orElse(request);
    }

    private Ranks ranks(Actor actor) {
        return resource.retention()
                .map(time -> Segment.at(clock.instant().minus(time).toEpochMilli()))
                .map(least -> segments(actor).ranks(least))
                .orElseGet(() -> segments(actor).ranks());
    }

    /** Records with those they refer to beside the uuids. */
    public List<ObjectNode> expand(Actor actor, List<Entity<T>> entities, List<Reference> references) {
        return new Expanded(client, tableName, actor.company()).of(entities, references);
    }

    /** Where each record stands when others are sorted by it: in the resource's own order, or in that of the titles. */
    private Map<String, Integer> places(Actor actor) {
        var places = new HashMap<String, Integer>();
        all(actor).stream()
                .sorted(resource.order()
                        .map(field -> Comparator.comparingInt((Entity<T> entity) ->
                                Json.tree(entity).path(field).asInt()))
                        .orElseGet(() -> Comparator.comparing(entity -> FoldedText.of(resource.title(entity.value())))))
                .forEach(entity -> places.put(entity.uuid().toString(), places.size()));
        return places;
    }

    /** Under which keys records can have values that lists are filtered by. */
    public Set<String> entryKeys(Actor actor) {
        return resource.entryKeys().of(this, actor);
    }

    /** Every record as last written, the oldest first; for resources of which a company has few. */
    public List<Entity<T>> all(Actor actor) {
        var partition = QueryConditional.keyEqualTo(key -> key.partitionValue(collection(actor)));
        return table.query(query -> query.queryConditional(partition).consistentRead(true)).items().stream()
                .toList();
    }

    /**
     * Records in the order of their making.
     *
     * @param since when the first was made at the earliest
     * @param after the record before the first; null to begin with the first
     * @param until when the last was made at the latest
     */
    public List<Entity<T>> after(Actor actor, Instant since, @Nullable UUID after, Instant until, int most) {
        var first = after == null ? Segment.at(since.toEpochMilli()) : after + Segment.NEWEST;
        var last = Segment.at(until.toEpochMilli()) + Segment.NEWEST;
        if (first.compareTo(last) > 0) {
            return List.of();
        }
        var between = QueryConditional.sortBetween(
                from -> from.partitionValue(collection(actor)).sortValue(first),
                to -> to.partitionValue(collection(actor)).sortValue(last));
        return table.query(query -> query.queryConditional(between).limit(most).consistentRead(true)).items().stream()
                .limit(most)
                .toList();
    }

    /** {@link #change(Actor, UUID, Precondition, UnaryOperator, Receipt)} with nothing to join. */
    public Entity<T> change(Actor actor, UUID uuid, Precondition precondition, UnaryOperator<T> change) {
        return change(actor, uuid, precondition, change, Receipt.none());
    }

    /**
     * Changes a record. Without a precondition, a change that others came before is made again on what they wrote.
     *
     * @return the record as it then is; the same as before, version and all, when nothing was changed
     * @throws WaggleException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#VERSION_MISMATCH}, {@link
     *     ErrorCode#CONFLICT} when others always came before or have one of its unique texts, and whatever the change itself refuses
     */
    public Entity<T> change(
            Actor actor, UUID uuid, Precondition precondition, UnaryOperator<T> change, Receipt receipt) {
        return untilFirst(() -> {
            var before = getMatching(actor, uuid, precondition);
            var value = resource.complete(this, actor, before.value(), change.apply(before.value()));
            var transaction = new Transaction(tableName);
            var after = change(transaction, actor, before, value);
            receipt.join(transaction, after);
            transaction.commit(client);
            return after;
        });
    }

    /**
     * Changes several records, all or none.
     *
     * @param changes what each of them is to be; asked again when others came before
     * @return the records as they then are, in the same order
     */
    public List<Entity<T>> changeAll(Actor actor, Supplier<Map<Entity<T>, T>> changes) {
        return untilFirst(() -> {
            var transaction = new Transaction(tableName);
            var after = changes.get().entrySet().stream()
                    .map(change -> change(transaction, actor, change.getKey(), change.getValue()))
                    .toList();
            transaction.commit(client);
            return after;
        });
    }

    /** Nothing at all is written for a change that changes nothing (contract §1, "PATCH"). */
    private Entity<T> change(Transaction transaction, Actor actor, Entity<T> before, T value) {
        if (value.equals(before.value())) {
            return before;
        }
        var after = before.changed(value, now());
        written(transaction, actor, after.uuid(), before, after, after.updatedAt());
        items.change(transaction, actor.company(), before, after);
        uniques.exchange(transaction, actor.company(), before.uuid(), before.value(), value);
        uses(transaction, actor)
                .exchange(resource.uses(this, actor, before.value()), resource.uses(this, actor, value));
        resource.consequence().join(this, actor, transaction, before, after);
        return after;
    }

    /** {@link #delete(Actor, UUID, Precondition, Receipt)} with nothing to join. */
    public Entity<T> delete(Actor actor, UUID uuid, Precondition precondition) {
        return delete(actor, uuid, precondition, Receipt.none());
    }

    /**
     * Deletes a record.
     *
     * @return what it last was
     * @throws WaggleException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#VERSION_MISMATCH}, {@link
     *     ErrorCode#CONFLICT} when others refer to it or always came before
     */
    public Entity<T> delete(Actor actor, UUID uuid, Precondition precondition, Receipt receipt) {
        if (!resource.owned().isEmpty()) {
            new Purge<>(this, actor).before(uuid, precondition);
        }
        return untilFirst(() -> {
            var last = getMatching(actor, uuid, precondition);
            var transaction = new Transaction(tableName);
            remove(transaction, actor, last);
            receipt.join(transaction, last);
            transaction.commit(client);
            return last;
        });
    }

    void markDeleting(Actor actor, UUID uuid, Precondition precondition) {
        untilFirst(() -> {
            var transaction = new Transaction(tableName);
            items.markDeleting(transaction, actor.company(), getMatching(actor, uuid, precondition));
            transaction.commit(client);
            return uuid;
        });
    }

    void unmarkDeleting(Actor actor, UUID uuid) {
        var transaction = new Transaction(tableName);
        transaction
                .touch(key(actor, uuid), there -> Optional.of(new WaggleException(ErrorCode.NOT_FOUND)))
                .requireThere()
                .remove(Uses.DELETING);
        transaction.commit(client);
    }

    /**
     * Deletes some of what an owner has, in one transaction.
     *
     * @return how many
     */
    int removeOwned(Actor actor, Resource<?> owner, UUID uuid, int most) {
        var partition = ItemKey.owned(actor.company(), resource.name(), owner.name(), uuid);
        var uuids = facets.some(partition, most);
        return untilFirst(() -> {
            var transaction = new Transaction(tableName);
            var removed = 0;
            for (var entity : read(actor, uuids)) {
                if (transaction.size() < LEAST_ROOM) {
                    remove(transaction, actor, entity);
                    removed++;
                }
            }
            transaction.commit(client);
            return removed;
        });
    }

    /** Those of some records that are there. */
    private List<Entity<T>> read(Actor actor, List<String> uuids) {
        return facets.records(collection(actor), uuids);
    }

    /** Adds to a transaction that a record goes. */
    void remove(Transaction transaction, Actor actor, Entity<T> last) {
        written(transaction, actor, last.uuid(), last, null, now());
        items.delete(transaction, actor.company(), last);
        uniques.release(transaction, actor.company(), last.value());
        uses(transaction, actor).exchange(resource.uses(this, actor, last.value()), List.of());
        if (!resource.isDerived()) {
            segments(actor).delete(transaction, last.uuid(), Raced::new);
        }
        resource.consequence().join(this, actor, transaction, last, null);
    }

    /** What every write leaves beside its record: its event, and its entry in the audit log. */
    private void written(
            Transaction transaction,
            Actor actor,
            UUID uuid,
            @Nullable Entity<T> before,
            @Nullable Entity<T> after,
            Instant now) {
        if (!resource.isDerived()) {
            transaction.audit(actor, AuditEntry.of(actor, resource, uuid, before, after));
        }
        if (resource.hasEvents()) {
            transaction.record(actor, Event.written(resource.name(), before, after, actor, now));
        }
    }

    Entity<T> getMatching(Actor actor, UUID uuid, Precondition precondition) {
        var entity = get(actor, uuid);
        if (!precondition.holdsFor(entity)) {
            throw new WaggleException(ErrorCode.VERSION_MISMATCH);
        }
        return entity;
    }

    private Uses uses(Transaction transaction, Actor actor) {
        return new Uses(transaction, actor.company());
    }

    static <R> R untilFirst(Supplier<R> attempt) {
        for (var i = 1; i < ATTEMPTS; i++) {
            try {
                return attempt.get();
            } catch (Raced raced) {
                Transaction.pause(i);
            }
        }
        throw Transaction.contention();
    }

    private Segments segments(Actor actor) {
        return new Segments(client, tableName, collection(actor), segmentSize);
    }

    private String collection(Actor actor) {
        return ItemKey.collection(actor.company(), resource.name());
    }

    /** Where a record lies. */
    public ItemKey key(Actor actor, UUID uuid) {
        return ItemKey.record(actor.company(), resource.name(), uuid);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
