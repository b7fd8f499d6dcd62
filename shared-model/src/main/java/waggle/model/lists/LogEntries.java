package waggle.model.lists;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.records.Attributes;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/**
 * The entries of a log and their facets, read consistently. No index has the entries. The facets of a segment are one
 * item: the JSON of what an index would have of each entry, compressed.
 */
final class LogEntries {
    private static final String PACKED = "facets";

    private final DynamoDbClient client;
    private final String table;
    private final Resource<?> log;
    private final String partition;

    LogEntries(DynamoDbClient client, String table, Resource<?> log, UUID company) {
        this.client = client;
        this.table = table;
        this.log = log;
        this.partition = log.collection(company);
    }

    /** The keys of a range, ascending. */
    List<String> keys(String from, String to) {
        return items(
                        partition,
                        from,
                        to,
                        List.of(TableDesign.PARTITION_KEY, TableDesign.SORT_KEY),
                        FacetList.MOST_AT_ONCE)
                .map(item -> ItemKey.of(item).sk())
                .toList();
    }

    int count(String from, String to) {
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :partition AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(range(partition, from, to))
                        .select(Select.COUNT)
                        .consistentRead(true))
                .stream()
                .mapToInt(QueryResponse::count)
                .sum();
    }

    /** The first entries of a range, with the fields of their facets. */
    List<Map<String, AttributeValue>> first(String from, String to, int most) {
        return items(partition, from, to, fields(), most).limit(most).toList();
    }

    Stream<StoredFacets> facets(String from, String to) {
        return items(partition, from, to, fields(), FacetList.MOST_AT_ONCE).map(this::facets);
    }

    /** The facets of the segments that have a key of a range, and so of some entries outside of it. */
    Stream<StoredFacets> folded(String from, String to) {
        var segments = ItemKey.segmentFacets(partition);
        var cut = client
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :partition AND sk <= :from")
                        .expressionAttributeValues(Map.of(
                                ":partition", AttributeValue.fromS(segments), ":from", AttributeValue.fromS(from)))
                        .projectionExpression("pk, sk")
                        .scanIndexForward(false)
                        .limit(1)
                        .consistentRead(true))
                .items()
                .stream()
                .map(item -> ItemKey.of(item).sk())
                .findFirst()
                .orElse(from);
        return items(segments, cut, to, List.of(PACKED), FacetList.MOST_AT_ONCE).flatMap(LogEntries::unpacked);
    }

    /** The item with the facets of a segment. */
    Map<String, AttributeValue> packed(String cut, List<Map<String, AttributeValue>> entries) {
        var facets = Json.mapper().createArrayNode();
        entries.forEach(entry -> facets.add(Attributes.toJson(projection(entry))));
        var item = ItemKey.segmentFacets(partition, cut).attributes();
        item.put(PACKED, AttributeValue.fromB(SdkBytes.fromByteArray(compressed(facets))));
        return item;
    }

    private static byte[] compressed(ArrayNode facets) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            Json.mapper().writeValue(out, facets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Stream<StoredFacets> unpacked(Map<String, AttributeValue> item) {
        var packed = Objects.requireNonNull(item.get(PACKED)).b();
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed.asByteArrayUnsafe()))) {
            return Json.mapper()
                    .readTree(in)
                    .valueStream()
                    .map(entry -> new StoredFacets(Attributes.of((ObjectNode) entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFacets facets(Map<String, AttributeValue> entry) {
        return new StoredFacets(projection(entry));
    }

    /** What an index would have of the entry. */
    private Map<String, AttributeValue> projection(Map<String, AttributeValue> entry) {
        var projection = new HashMap<String, AttributeValue>();
        List.of(TableDesign.SORT_KEY, StoredFacets.CREATED)
                .forEach(name -> projection.put(name, Objects.requireNonNull(entry.get(name))));
        projection.put(TableDesign.FACETS, StoredFacets.of(log, Attributes.toJson(entry)));
        return projection;
    }

    private List<String> fields() {
        return Stream.of(
                        Stream.of(
                                TableDesign.PARTITION_KEY,
                                TableDesign.SORT_KEY,
                                StoredFacets.CREATED,
                                StoredFacets.UPDATED),
                        StoredFacets.fields(log).stream().map(field -> field.split("\\.", 2)[0]))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    private Stream<Map<String, AttributeValue>> items(
            String of, String from, String to, List<String> attributes, int most) {
        var names = new HashMap<String, String>();
        IntStream.range(0, attributes.size()).forEach(i -> names.put("#" + i, attributes.get(i)));
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :partition AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(range(of, from, to))
                        .projectionExpression(String.join(", ", names.keySet()))
                        .expressionAttributeNames(names)
                        .limit(most)
                        .consistentRead(true))
                .items()
                .stream();
    }

    private static Map<String, AttributeValue> range(String partition, String from, String to) {
        return Map.of(
                ":partition", AttributeValue.fromS(partition),
                ":from", AttributeValue.fromS(from),
                ":to", AttributeValue.fromS(to));
    }
}
