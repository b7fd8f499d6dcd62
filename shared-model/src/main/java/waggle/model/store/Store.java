package waggle.model.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.FilterType;
import waggle.model.WaggleException;
import waggle.model.declaration.Records;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.lists.Expanded;
import waggle.model.lists.FacetList;
import waggle.model.lists.FoldedText;
import waggle.model.lists.Labels;
import waggle.model.lists.ListRequest;
import waggle.model.lists.LogSegments;
import waggle.model.lists.LogWindow;
import waggle.model.memory.Found;
import waggle.model.memory.ListMemory;
import waggle.model.paging.Page;
import waggle.model.paging.PageRequest;
import waggle.model.paging.Ranks;
import waggle.model.paging.Segment;
import waggle.model.paging.Segments;
import waggle.model.records.Entity;

/** Reads and lists the records of one resource. An actor sees the records of its own company only. */
public final class Store<T> {
    private final DynamoDbClient client;
    private final String tableName;
    private final Resource<T> resource;
    private final Clock clock;
    private final @Nullable ListMemory memory;
    private final FacetList<T> facets;
    private final DynamoDbTable<Entity<T>> table;

    /** @param tableName name of the table */
    public Store(DynamoDbClient client, String tableName, Resource<T> resource, Clock clock) {
        this(client, tableName, resource, clock, null);
    }

    /**
     * Binds to a table.
     *
     * @param memory of this instance, for lists that are filtered or sorted; null to read the facets for each list
     */
    public Store(
            DynamoDbClient client, String tableName, Resource<T> resource, Clock clock, @Nullable ListMemory memory) {
        this.memory = memory;
        this.client = client;
        this.tableName = tableName;
        this.resource = resource;
        this.clock = clock;
        var schema = resource.schema();
        this.facets = new FacetList<>(client, tableName, resource, schema, clock);
        this.table =
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build().table(tableName, schema);
    }

    public Resource<T> resource() {
        return resource;
    }

    /** The records of another resource in the same table. */
    @SuppressWarnings("unchecked") // the same resource has the same shape
    public <U> Store<U> of(Resource<U> other) {
        return other.equals(resource) ? (Store<U>) this : new Store<>(client, tableName, other, clock, memory);
    }

    /** The records of an actor's company, of all resources. */
    public Records records(Actor actor) {
        return new StoredRecords(client, tableName, actor.company());
    }

    /**
     * Reads a record, consistently.
     *
     * @throws WaggleException {@link ErrorCode#NOT_FOUND}, also when the record is another company's
     */
    public Entity<T> get(Actor actor, UUID uuid) {
        return records(actor).get(resource, uuid);
    }

    /** Reads a record, if it exists, consistently. */
    public Optional<Entity<T>> find(Actor actor, UUID uuid) {
        return records(actor).find(resource, uuid);
    }

    /** Reads every record consistently, the oldest first; for resources of which a company has few. */
    public List<Entity<T>> all(Actor actor) {
        return records(actor).all(resource);
    }

    /** A page of all records in the resource's own order. */
    public Page<Entity<T>> page(Actor actor, PageRequest request) {
        return list(actor, ListRequest.all(request));
    }

    /**
     * A page of a list, with exact counts. Without filters and in the resource's own order, a list shows a write as
     * soon as the write has its reply; other lists show it within a second.
     */
    public Page<Entity<T>> list(Actor actor, ListRequest request) {
        var wanted = resource.storing().isLog() ? LogWindow.of(resource, request, clock.instant()) : request;
        var newestFirst =
                request.order().isEmpty() && resource.listing().order().isEmpty();
        return request.isUnfiltered() && newestFirst && resource.storing().isCounted()
                ? newest(actor, request.page())
                : faceted(actor, kept(wanted));
    }

    /**
     * A page of the records that a client names and that satisfy a request, in the order of their uuids unless the request has
     * one. Uuids of no record are left out. One request of the table reads them, consistently.
     */
    public Page<Entity<T>> among(Actor actor, List<UUID> uuids, ListRequest request) {
        return facets.among(records(actor).find(resource, uuids), request, target -> of(target)
                .positions(actor));
    }

    private Page<Entity<T>> faceted(Actor actor, ListRequest request) {
        return found(actor, request)
                .map(page -> new Page<>(
                        facets.records(collection(actor), page.uuids(), page.young()),
                        Page.Meta.of(page.count(), request.page())))
                .orElseGet(
                        () -> facets.page(actor, request, target -> of(target).positions(actor)));
    }

    /** Begins a pass over the facets of lists. */
    public FacetScan<T> scan(Actor actor) {
        return new FacetScan<>(
                memory, facets, resource, actor, target -> of(target).positions(actor));
    }

    /** A list without filters is read consistently, so that it shows a write at once. */
    private Optional<Found> found(Actor actor, ListRequest request) {
        return memory == null || (request.isUnfiltered() && request.order().isEmpty())
                ? Optional.empty()
                : memory.find(
                        actor.company(), resource, request, target -> of(target).positions(actor));
    }

    private Page<Entity<T>> newest(Actor actor, PageRequest request) {
        var ranks = ranks(actor);
        var data = ranks.stretches(request).stream()
                .flatMap(stretch -> stretch.read(table, collection(actor)).stream())
                .toList();
        return new Page<>(data, Page.Meta.of(ranks.total(), request));
    }

    /** Excludes expired records, which may be stored for some time. */
    private ListRequest kept(ListRequest request) {
        return resource.storing()
                .retention()
                .map(time -> request.since(clock.instant().minus(time)))
                .orElse(request);
    }

    private Ranks ranks(Actor actor) {
        return resource.storing().isLog()
                ? new LogSegments(client, tableName, resource, actor.company(), clock).ranks()
                : new Segments(client, tableName, collection(actor)).ranks();
    }

    /** Adds the referenced records to records. */
    public List<ObjectNode> expand(Actor actor, List<Entity<T>> entities, List<Reference> references) {
        return new Expanded(client, tableName, actor.company()).of(entities, references);
    }

    /**
     * Adds to entries of a log the names of the records that they name.
     *
     * @param resources by their names
     */
    public List<ObjectNode> label(
            Actor actor, List<Entity<T>> entries, Function<String, Optional<Resource<?>>> resources) {
        return new Labels(client, tableName, actor.company(), resources).of(entries);
    }

    /** Adds the referenced records to the JSON of a record. */
    public ObjectNode expand(Actor actor, ObjectNode record, List<Reference> references) {
        return new Expanded(client, tableName, actor.company())
                .into(List.of(record), references)
                .getFirst();
    }

    /** The position of each record in the resource's own order, or by title if the resource has none, by uuid. */
    private Map<String, Integer> positions(Actor actor) {
        var positions = new HashMap<String, Integer>();
        all(actor).stream()
                .sorted(resource.listing()
                        .order()
                        .map(field -> Comparator.comparingInt((Entity<T> entity) ->
                                Json.tree(entity).path(field).asInt()))
                        .orElseGet(() -> Comparator.comparing(entity -> FoldedText.of(resource.title(entity.value())))))
                .forEach(entity -> positions.put(entity.uuid().toString(), positions.size()));
        return positions;
    }

    /** The keys that a company's records can have in a filter of kind {@code ENTRIES}, and their values. */
    public Map<String, FilterType> filterKeys(Actor actor) {
        return resource.rules().filterKeys(records(actor));
    }

    /**
     * Records in the order of their creation.
     *
     * @param since the earliest time of the first record
     * @param after the record before the first one; null for none
     * @param until the latest time of the last record
     */
    public List<Entity<T>> after(Actor actor, Instant since, @Nullable UUID after, Instant until, int most) {
        var first = after == null ? Segment.at(since) : after + Segment.NEWEST;
        var last = Segment.at(until) + Segment.NEWEST;
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

    private String collection(Actor actor) {
        return resource.collection(actor.company());
    }
}
