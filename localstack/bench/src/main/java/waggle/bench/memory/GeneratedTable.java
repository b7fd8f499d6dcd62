package waggle.bench.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import waggle.model.Uuids;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.lists.StoredFacets;
import waggle.model.paging.Segment;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.write.BulkRecords;

/**
 * A table in which every company has the same records of one kind, made when they are read, and no events. The records are a
 * millisecond apart. Texts that lists search are different, and every reference is one of 500.
 */
final class GeneratedTable implements DynamoDbClient {
    private static final long FIRST = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final int REFERENCES = 500;

    /** Some 200 bytes each, so a reply has about a megabyte. */
    static final int OF_A_REPLY = 5_000;

    private static final int SEGMENT = 96;

    private final Resource<?> resource;
    private final Map<String, AttributeValue> sample;
    private final int records;
    private final Duration latency;

    /**
     * Makes a table.
     *
     * @param record a record as events have it
     * @param latency of every reply
     */
    GeneratedTable(Resource<?> resource, ObjectNode record, int records, Duration latency) {
        this.resource = resource;
        this.sample = StoredFacets.of(resource, record).m();
        this.records = records;
        this.latency = latency;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        LockSupport.parkNanos(latency.toNanos());
        var values = request.expressionAttributeValues();
        if (values.containsKey(":segments")) {
            return QueryResponse.builder()
                    .items(segments(text(values, ":segments")))
                    .build();
        }
        return request.indexName() == null
                ? QueryResponse.builder().items(List.of()).build()
                : facets(request, number(text(values, ":first")), number(text(values, ":last")));
    }

    private QueryResponse facets(QueryRequest request, int first, int last) {
        var from = request.hasExclusiveStartKey()
                ? Integer.parseInt(text(request.exclusiveStartKey(), "number")) + 1
                : first;
        var end = Math.min(Math.min(last + 1, records), from + OF_A_REPLY);
        var reply = QueryResponse.builder()
                .items(IntStream.range(from, end).mapToObj(this::item).toList());
        if (end <= last && end < records) {
            reply.lastEvaluatedKey(Map.of("number", AttributeValue.fromS(Integer.toString(end - 1))));
        }
        return reply.build();
    }

    /** The number of the record of a time; other texts are below or above all. */
    private int number(String time) {
        if (time.length() < Json.time(Instant.EPOCH).length()) {
            return time.equals("0") ? 0 : Integer.MAX_VALUE - 1;
        }
        return Math.toIntExact(Instant.parse(time).toEpochMilli() - FIRST);
    }

    private Map<String, AttributeValue> item(int number) {
        var time = FIRST + number;
        var facets = new HashMap<String, AttributeValue>();
        sample.forEach((field, value) -> facets.put(field, varied(field, value, number)));
        return Map.of(
                TableDesign.SORT_KEY,
                AttributeValue.fromS(BulkRecords.uuid(time, number).toString()),
                TableDesign.LISTED_AT,
                AttributeValue.fromS(Json.time(Instant.ofEpochMilli(time))),
                TableDesign.FACETS,
                AttributeValue.fromM(facets));
    }

    private AttributeValue varied(String field, AttributeValue value, int number) {
        return switch (value.type()) {
            case L ->
                AttributeValue.fromL(value.l().stream()
                        .map(element -> varied(field, element, number))
                        .toList());
            case S -> AttributeValue.fromS(varied(field, value.s(), number));
            default -> value;
        };
    }

    private String varied(String field, String text, int number) {
        if (Uuids.parse(text).isPresent()) {
            return BulkRecords.uuid(FIRST, number % REFERENCES).toString();
        }
        return resource.listing().searched().contains(field) ? number + " " + text : text;
    }

    private List<Map<String, AttributeValue>> segments(String partition) {
        var segments = new ArrayList<Map<String, AttributeValue>>();
        for (var first = 0; first < records; first += SEGMENT) {
            segments.add(Segment.complete(
                    new ItemKey(partition, first == 0 ? Segment.OLDEST : cut(first)), SEGMENT, cut(first + SEGMENT)));
        }
        Collections.reverse(segments);
        return segments;
    }

    private static String cut(int number) {
        return Segment.at(Instant.ofEpochMilli(FIRST + number));
    }

    private static String text(Map<String, AttributeValue> values, String name) {
        return Objects.requireNonNull(values.get(name)).s();
    }

    /** A company of the table. */
    static UUID company(int number) {
        return BulkRecords.uuid(FIRST, number);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
