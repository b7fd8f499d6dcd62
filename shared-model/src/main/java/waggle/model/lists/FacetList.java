package waggle.model.lists;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import waggle.model.Actor;
import waggle.model.declaration.Resource;
import waggle.model.lists.Condition.AnyOf;
import waggle.model.paging.Page;
import waggle.model.records.Entity;
import waggle.model.records.EntitySchema;
import waggle.model.records.ItemBatch;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.table.TableIndex;

/**
 * Lists that are filtered, searched, or not ordered by creation. The facets of the whole collection are read and
 * tested, and then the records of the page are read (README, "Filters").
 */
public final class FacetList<T> {
    /**
     * More than the megabyte of facets at which DynamoDB ends a reply. DynamoDB Local reads the whole rest of the
     * collection for each reply, so without a limit the time of a list grows with the square of its length.
     */
    public static final int MOST_AT_ONCE = 5_000;

    private final DynamoDbClient client;
    private final String table;
    private final Resource<T> resource;
    private final EntitySchema<T> schema;
    private final Clock clock;

    public FacetList(DynamoDbClient client, String table, Resource<T> resource, EntitySchema<T> schema, Clock clock) {
        this.client = client;
        this.table = table;
        this.resource = resource;
        this.schema = schema;
        this.clock = clock;
    }

    /**
     * A page of a list.
     *
     * @param places the positions of the records of another resource in its own order, by uuid
     */
    public Page<Entity<T>> page(Actor actor, ListRequest request, Function<Resource<?>, Map<String, Integer>> places) {
        var page = Page.of(sorted(actor, request, places, false), request.page());
        var wanted =
                page.data().stream().map(match -> UUID.fromString(match.uuid())).toList();
        return page.with(records(resource.collection(actor.company()), wanted, Set.copyOf(wanted)));
    }

    /**
     * A page of some records that were read.
     *
     * @param records in the order that they keep if the request has none
     */
    public Page<Entity<T>> among(
            List<Entity<T>> records, ListRequest request, Function<Resource<?>, Map<String, Integer>> places) {
        var byUuid = new HashMap<String, Entity<T>>();
        records.forEach(record -> byUuid.put(record.uuid().toString(), record));
        var candidates = records.stream()
                .map(record -> StoredFacets.of(resource, record))
                .filter(request.created()::includes);
        var by = request.order();
        var matches = matches(candidates, request.conditions(), keys(by, places), false).stream();
        var page = (by.isEmpty() ? matches : matches.sorted(order(by)))
                .map(match -> Objects.requireNonNull(byUuid.get(match.uuid())))
                .toList();
        return Page.of(page, request.page());
    }

    /** Shows the facets of every record of a list, in its order. */
    public void visit(
            Actor actor,
            ListRequest request,
            Function<Resource<?>, Map<String, Integer>> places,
            FacetVisitor visitor) {
        sorted(actor, request, places, true)
                .forEach(match -> visitor.visit(UUID.fromString(match.uuid()), Objects.requireNonNull(match.facets())));
    }

    private List<Match> sorted(
            Actor actor, ListRequest request, Function<Resource<?>, Map<String, Integer>> places, boolean withFacets) {
        if (request.created().isEmpty()) {
            return List.of();
        }
        var sortings = sortings(request.order());
        var all = candidates(actor, resource.collection(actor.company()), request);
        return matches(all, request.conditions(), keys(sortings, places), withFacets).stream()
                .sorted(order(sortings))
                .toList();
    }

    private static List<Match> matches(
            Stream<StoredFacets> candidates,
            List<Condition> conditions,
            List<Function<StoredFacets, SortKey>> keys,
            boolean withFacets) {
        return candidates
                .filter(facets -> conditions.stream().allMatch(condition -> condition.holdsFor(facets)))
                .map(facets -> new Match(
                        facets.uuid(),
                        keys.stream().map(key -> key.apply(facets)).toList(),
                        withFacets ? facets : null))
                .toList();
    }

    /**
     * An index is cheaper and eventually consistent. An unfiltered list in the resource's own order is read
     * consistently from the table.
     */
    private Stream<StoredFacets> candidates(Actor actor, String partition, ListRequest request) {
        if (request.isUnfiltered() && request.order().isEmpty()) {
            return read(query(
                            "pk = :partition",
                            TableDesign.CREATED_AT,
                            Map.of(":partition", AttributeValue.fromS(partition)))
                    .consistentRead(true));
        }
        var created = request.created();
        var parents = groups(actor, request.conditions());
        if (parents.isPresent()) {
            return parents.get().stream().flatMap(group -> read(index(group.index(), group.partition(), created)));
        }
        return resource.storing().isLog()
                ? new LogSegments(client, table, resource, actor.company(), clock).facets(created)
                : read(index(TableDesign.ALL_FACETS, partition, created));
    }

    private Stream<StoredFacets> read(QueryRequest.Builder query) {
        return client.queryPaginator(query.build()).items().stream().map(StoredFacets::new);
    }

    /** The index partitions of the groups that a condition selects. */
    private Optional<List<Group>> groups(Actor actor, List<Condition> conditions) {
        return conditions.stream()
                .filter(AnyOf.class::isInstance)
                .map(AnyOf.class::cast)
                .flatMap(condition -> resource.grouping(condition.field()).stream()
                        .map(grouping -> condition.values().stream()
                                .map(uuid -> new Group(
                                        grouping.index(), grouping.partition(actor.company(), resource, uuid)))
                                .toList()))
                .findFirst();
    }

    /** A partition of an index with the records of one group. */
    private record Group(TableIndex index, String partition) {}

    private QueryRequest.Builder index(TableIndex index, String partition, TimeSpan created) {
        return query(
                        index.partitionKey() + " = :partition AND " + index.sortKey() + " BETWEEN :first AND :last",
                        index.sortKey(),
                        Map.of(
                                ":partition", AttributeValue.fromS(partition),
                                ":first", AttributeValue.fromS(created.first()),
                                ":last", AttributeValue.fromS(created.last())))
                .indexName(index.name());
    }

    private QueryRequest.Builder query(String condition, String created, Map<String, AttributeValue> values) {
        return QueryRequest.builder()
                .tableName(table)
                .projectionExpression(String.join(", ", TableDesign.SORT_KEY, created, TableDesign.FACETS))
                .keyConditionExpression(condition)
                .expressionAttributeValues(values)
                .limit(MOST_AT_ONCE);
    }

    private List<Sorting> sortings(List<Sorting> order) {
        return Stream.concat(
                        order.stream(), resource.listing().order().map(field -> new Sorting(field, false)).stream())
                .toList();
    }

    private List<Function<StoredFacets, SortKey>> keys(
            List<Sorting> sortings, Function<Resource<?>, Map<String, Integer>> places) {
        return sortings.stream().map(by -> key(by.field(), places)).toList();
    }

    /** The value of a field; of a reference, the position of the referenced record. */
    private Function<StoredFacets, SortKey> key(String field, Function<Resource<?>, Map<String, Integer>> places) {
        return resource.expansion(field)
                .<Function<StoredFacets, SortKey>>map(reference -> {
                    var known = places.apply(reference.target().get());
                    return facets -> SortKey.of(facets.values(reference.field())
                            .findFirst()
                            .flatMap(uuid -> Optional.ofNullable(known.get(uuid))));
                })
                .orElse(facets -> facets.sortKey(field));
    }

    private Comparator<Match> order(List<Sorting> sortings) {
        var newestLast = Comparator.comparing(Match::uuid);
        var ties = resource.listing().order().isPresent() ? newestLast : newestLast.reversed();
        return IntStream.range(0, sortings.size())
                .mapToObj(i -> Comparator.comparing(
                        (Match match) -> match.keys().get(i), sortings.get(i).comparator()))
                .reduce(Comparator::thenComparing)
                .map(fields -> fields.thenComparing(ties))
                .orElse(ties);
    }

    /**
     * Records without those that were removed since they were found.
     *
     * @param young the records to read consistently, which costs twice as much
     */
    public List<Entity<T>> records(String partition, List<UUID> uuids, Set<UUID> young) {
        var keys = uuids.stream()
                .map(uuid -> new ItemKey(partition, uuid.toString()))
                .toList();
        var settled = uuids.stream()
                .filter(uuid -> !young.contains(uuid))
                .map(uuid -> new ItemKey(partition, uuid.toString()))
                .toList();
        var found = new HashMap<>(ItemBatch.readEventually(client, table, settled));
        found.putAll(ItemBatch.read(
                client,
                table,
                keys.stream().filter(key -> !settled.contains(key)).toList()));
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(found.get(key)).stream())
                .map(schema::mapToItem)
                .toList();
    }

    /** A record that satisfies all conditions, and its sort keys. */
    private record Match(
            String uuid, List<SortKey> keys, @Nullable StoredFacets facets) {}
}
