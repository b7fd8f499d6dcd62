package waggle.model.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.CodePoints;
import waggle.model.Limits;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Listing;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.records.Entity;
import waggle.model.table.TableDesign;

/**
 * The facets of a record as they are stored beside it. Texts are stored as they are, for filters, and folded when they are
 * read, for searches and sorting.
 */
public final class StoredFacets implements Facets {
    static final String CREATED = TableDesign.CREATED_AT;
    public static final String UPDATED = "updated_at";

    private final Map<String, AttributeValue> item;
    private final Map<String, AttributeValue> values;

    /** @param item a record's item, or its projection in an index */
    public StoredFacets(Map<String, AttributeValue> item) {
        this.item = item;
        this.values = Objects.requireNonNull(item.get(TableDesign.FACETS)).m();
    }

    /** The attribute to store beside a record. */
    public static AttributeValue of(Resource<?> resource, ObjectNode record) {
        var values = new HashMap<String, AttributeValue>();
        for (var field : fields(resource)) {
            facet(record.at("/" + field.replace('.', '/'))).ifPresent(value -> values.put(field, value));
        }
        var updated = Instant.parse(record.required(UPDATED).textValue()).toEpochMilli();
        values.put(UPDATED, AttributeValue.fromN(Long.toString(updated)));
        return AttributeValue.fromM(values);
    }

    /** The facets that a record would have in an index. */
    static StoredFacets of(Resource<?> resource, Entity<?> record) {
        return new StoredFacets(Map.of(
                TableDesign.SORT_KEY,
                AttributeValue.fromS(record.uuid().toString()),
                CREATED,
                AttributeValue.fromS(Json.time(record.createdAt())),
                TableDesign.FACETS,
                of(resource, Json.tree(record))));
    }

    /** The fields whose values a record's facets hold. */
    public static List<String> fields(Resource<?> resource) {
        var listing = resource.listing();
        return Stream.of(
                        listing.filters().stream().map(Filter::field),
                        listing.searched().stream(),
                        listing.sortable().stream(),
                        listing.order().stream(),
                        listing.summed().stream())
                .flatMap(Function.identity())
                .map(field -> resource.expansion(field).map(Reference::field).orElse(field))
                .filter(field -> !Listing.TIMES.contains(field))
                .distinct()
                .toList();
    }

    private static Optional<AttributeValue> facet(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING, BOOLEAN -> Optional.of(AttributeValue.fromS(value.asText()));
            case NUMBER -> Optional.of(AttributeValue.fromN(value.decimalValue().toPlainString()));
            case ARRAY ->
                Optional.of(AttributeValue.fromL(value.valueStream()
                        .flatMap(element -> facet(element).stream())
                        .toList()));
            case OBJECT -> Optional.of(AttributeValue.fromL(entries((ObjectNode) value)));
            case NULL, MISSING, BINARY, POJO -> Optional.empty();
        };
    }

    /** {@code key:value} for each value that a list can be filtered by. */
    private static List<AttributeValue> entries(ObjectNode object) {
        return object.properties().stream()
                .flatMap(field -> scalars(field.getValue()).map(value -> field.getKey() + ":" + value))
                .map(AttributeValue::fromS)
                .toList();
    }

    private static Stream<String> scalars(JsonNode value) {
        return (value.isArray() ? value.valueStream() : Stream.of(value))
                .filter(JsonNode::isValueNode)
                .filter(scalar -> !scalar.isNull())
                .map(scalar -> scalar.isNumber()
                        ? scalar.decimalValue().stripTrailingZeros().toPlainString()
                        : scalar.asText())
                .filter(text -> CodePoints.count(text) <= Limits.FILTER_CHARACTERS);
    }

    String uuid() {
        return text(TableDesign.SORT_KEY);
    }

    /** The time of creation as it is stored. */
    String created() {
        return stored().s();
    }

    private AttributeValue stored() {
        return Objects.requireNonNull(item.containsKey(CREATED) ? item.get(CREATED) : item.get(TableDesign.LISTED_AT));
    }

    @Override
    public long createdAt() {
        return Instant.parse(created()).toEpochMilli();
    }

    @Override
    public long updated() {
        return Long.parseLong(Objects.requireNonNull(values.get(UPDATED)).n());
    }

    @Override
    public boolean has(String field) {
        return values(field).findAny().isPresent();
    }

    @Override
    public boolean anyValue(String field, Predicate<String> test) {
        return values(field).anyMatch(test);
    }

    @Override
    public boolean anyFolded(String field, Predicate<String> test) {
        return values(field).map(FoldedText::of).anyMatch(test);
    }

    @Override
    public boolean anyNumber(String field, Predicate<BigDecimal> test) {
        return values(field).map(BigDecimal::new).anyMatch(test);
    }

    /** The values of a field: none where it is absent, several where it is a list. */
    Stream<String> values(String field) {
        return Optional.ofNullable(values.get(field)).stream()
                .flatMap(value -> value.type() == AttributeValue.Type.L ? value.l().stream() : Stream.of(value))
                .map(value -> value.type() == AttributeValue.Type.N ? value.n() : value.s());
    }

    SortKey sortKey(String field) {
        return SortKey.of(field.equals(CREATED) ? stored() : values.get(field));
    }

    private String text(String attribute) {
        return Objects.requireNonNull(item.get(attribute)).s();
    }
}
