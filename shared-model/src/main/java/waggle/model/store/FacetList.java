package waggle.model.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/**
 * Lists that are filtered, searched, or in another order than the newest first: the facets of the whole collection are
 * read and judged, and then the records of the page (README, "Filters").
 */
final class FacetList<T> {
    private final DynamoDbClient client;
    private final String table;
    private final Resource<T> resource;
    private final EntitySchema<T> schema;

    FacetList(DynamoDbClient client, String table, Resource<T> resource, EntitySchema<T> schema) {
        this.client = client;
        this.table = table;
        this.resource = resource;
        this.schema = schema;
    }

    Page<Entity<T>> page(String partition, ListRequest request) {
        var matches = matches(partition, request);
        var wanted = matches.stream()
                .sorted(order(request.order()))
                .skip(request.page().offset())
                .limit(request.page().size())
                .map(Match::uuid)
                .toList();
        return new Page<>(records(partition, wanted), Page.Meta.of(matches.size(), request.page()));
    }

    private List<Match> matches(String partition, ListRequest request) {
        if (request.created().isEmpty()) {
            return List.of();
        }
        var sorted = sortings(request.order());
        var matches = new ArrayList<Match>();
        for (var page : client.queryPaginator(query(partition, request))) {
            page.items().stream()
                    .map(Facets::new)
                    .filter(facets -> request.conditions().stream().allMatch(condition -> condition.holdsFor(facets)))
                    .map(facets -> Match.of(facets, sorted))
                    .forEach(matches::add);
        }
        return matches;
    }

    /** The index is cheaper by far and a moment late; all in the resource's own order is what was last written. */
    private QueryRequest query(String partition, ListRequest request) {
        var query =
                QueryRequest.builder().tableName(table).projectionExpression(String.join(", ", Facets.attributes()));
        if (request.isUnfiltered() && request.order().isEmpty()) {
            return query.consistentRead(true)
                    .keyConditionExpression("pk = :partition")
                    .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition)))
                    .build();
        }
        return query.indexName(TableDesign.FACETS_INDEX)
                .keyConditionExpression("pk = :partition AND created_at BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":partition", AttributeValue.fromS(partition),
                        ":first", AttributeValue.fromS(request.created().first()),
                        ":last", AttributeValue.fromS(request.created().last())))
                .build();
    }

    private List<Sorting> sortings(List<Sorting> order) {
        return Stream.concat(order.stream(), resource.order().map(field -> new Sorting(field, false)).stream())
                .toList();
    }

    private Comparator<Match> order(List<Sorting> order) {
        var sorted = sortings(order);
        var newestLast = Comparator.comparing(Match::uuid);
        var ties = resource.order().isPresent() ? newestLast : newestLast.reversed();
        return IntStream.range(0, sorted.size())
                .mapToObj(i -> Comparator.comparing(
                        (Match match) -> match.keys().get(i), sorted.get(i).comparator()))
                .reduce(Comparator::thenComparing)
                .map(fields -> fields.thenComparing(ties))
                .orElse(ties);
    }

    /** A record that was deleted since it was found is left out. */
    private List<Entity<T>> records(String partition, List<String> uuids) {
        var keys = uuids.stream().map(uuid -> new ItemKey(partition, uuid)).toList();
        var found = ItemBatch.read(client, table, keys);
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(found.get(key)).stream())
                .map(schema::mapToItem)
                .toList();
    }

    /** A record that is wanted, and what it is sorted by. */
    private record Match(String uuid, List<SortKey> keys) {
        static Match of(Facets facets, List<Sorting> order) {
            return new Match(
                    facets.uuid(),
                    order.stream().map(by -> facets.sortKey(by.field())).toList());
        }
    }
}
