package waggle.model.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.paging.Segment;
import waggle.model.paging.Segments;
import waggle.model.table.TableDesign;
import waggle.model.table.TableIndex;

/**
 * Reads the facets of whole collections from their index. A large collection is read in ranges at the same time, since
 * DynamoDB returns a megabyte for each call.
 */
final class Loader {
    /** DynamoDB Local reads the whole rest of a collection for each reply, so replies have a limit. */
    private static final int MOST_AT_ONCE = 5_000;

    /**
     * Ranges at the same time. A partition of DynamoDB serves 3,000 read units a second (Amazon DynamoDB Developer Guide,
     * "Burst and adaptive capacity"), which four calls of 128 units reach if each takes a sixth of a second.
     */
    private static final int RANGES = 4;

    /** Smaller collections are a few calls. */
    private static final int LARGE = 20_000;

    /** Above every time. */
    private static final String END = "g";

    private static final TableIndex INDEX = TableDesign.ALL_FACETS;

    private final DynamoDbClient client;
    private final String table;
    private final UUID company;

    Loader(DynamoDbClient client, String table, UUID company) {
        this.client = client;
        this.table = table;
        this.company = company;
    }

    /**
     * The facets of all records of a collection.
     *
     * @return empty if they have more bytes than so many
     */
    Optional<Columns> load(Resource<?> resource, long most) {
        var columns = new Columns(resource);
        var first = client.query(query(resource, "0", END));
        first.items().forEach(item -> put(columns, item));
        if (!first.hasLastEvaluatedKey()) {
            return Optional.of(columns).filter(read -> read.bytes() <= most);
        }
        var bytes = new AtomicLong(columns.bytes());
        var starts =
                starts(resource, value(first.items().getLast(), INDEX.sortKey()).s());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ranges = new ArrayList<CompletableFuture<Optional<Columns>>>();
            for (var i = 0; i < starts.size(); i++) {
                var query = query(resource, starts.get(i), i + 1 == starts.size() ? END : starts.get(i + 1));
                ranges.add(CompletableFuture.supplyAsync(() -> range(resource, query, most, bytes), threads));
            }
            return joined(columns, ranges);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** In the order of the ranges, so that most rows are added at the end. */
    private static Optional<Columns> joined(Columns first, List<CompletableFuture<Optional<Columns>>> ranges) {
        var all = Optional.of(first);
        for (var range : ranges) {
            var more = range.join();
            all = more.isPresent() ? all.map(columns -> columns.addAll(more.get())) : Optional.empty();
        }
        return all;
    }

    /** The times at which ranges of about as many records begin, of which the first is given. */
    private List<String> starts(Resource<?> resource, String first) {
        var segments = new Segments(client, table, resource.collection(company)).newestFirst();
        var records = segments.stream().mapToLong(Segment::count).sum();
        var starts = new ArrayList<>(List.of(first));
        var before = 0L;
        for (var segment : segments.reversed()) {
            if (records >= LARGE
                    && before >= records * starts.size() / RANGES
                    && time(segment).compareTo(first) > 0) {
                starts.add(time(segment));
            }
            before += segment.count();
        }
        return starts;
    }

    /** The time of the first uuids that begin with a cut: 48 bits of milliseconds (RFC 9562 §5.7). */
    private static String time(Segment segment) {
        var digits = (segment.cut().replace("-", "") + "0".repeat(12)).substring(0, 12);
        return Json.time(Instant.ofEpochMilli(Long.parseLong(digits, 16)));
    }

    private QueryRequest query(Resource<?> resource, String first, String last) {
        return QueryRequest.builder()
                .tableName(table)
                .indexName(INDEX.name())
                .keyConditionExpression(
                        INDEX.partitionKey() + " = :partition AND " + INDEX.sortKey() + " BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":partition", AttributeValue.fromS(resource.collection(company)),
                        ":first", AttributeValue.fromS(first),
                        ":last", AttributeValue.fromS(last)))
                .projectionExpression(
                        String.join(", ", TableDesign.SORT_KEY, TableDesign.LISTED_AT, TableDesign.FACETS))
                .limit(MOST_AT_ONCE)
                .build();
    }

    private Optional<Columns> range(Resource<?> resource, QueryRequest query, long most, AtomicLong bytes) {
        var columns = new Columns(resource);
        var pages = client.queryPaginator(query);
        for (var page : pages) {
            var before = columns.bytes();
            page.items().forEach(item -> put(columns, item));
            if (bytes.addAndGet(columns.bytes() - before) > most) {
                return Optional.empty();
            }
        }
        return Optional.of(columns);
    }

    private static void put(Columns columns, Map<String, AttributeValue> item) {
        columns.put(
                UUID.fromString(value(item, TableDesign.SORT_KEY).s()),
                Instant.parse(value(item, TableDesign.LISTED_AT).s()).toEpochMilli(),
                Columns.UNKNOWN,
                value(item, TableDesign.FACETS).m(),
                field -> false);
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute));
    }
}
