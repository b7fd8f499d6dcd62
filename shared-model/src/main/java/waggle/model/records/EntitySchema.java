package waggle.model.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableMetadata;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.json.Json;
import waggle.model.json.StoredTime;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/**
 * Maps records to items by way of their JSON, so that the table and the API have the same field names, numbers and
 * times. The enhanced client's own schemas do not support Java records, and take several times as long to start.
 */
public final class EntitySchema<T> implements TableSchema<Entity<T>> {
    private static final String UUID_FIELD = "uuid";

    /** The attribute of a field {@code parent}, since the attribute of that name is the key of an index. */
    private static final String PARENT_RECORD = "parent_record";

    private static final TableMetadata METADATA = StaticTableMetadata.builder()
            .addIndexPartitionKey(TableMetadata.primaryIndexName(), TableDesign.PARTITION_KEY, AttributeValueType.S)
            .addIndexSortKey(TableMetadata.primaryIndexName(), TableDesign.SORT_KEY, AttributeValueType.S)
            .build();

    private final Class<T> shape;
    private final List<String> counts;
    private final List<String> sums;
    private final List<String> texts;
    private final UnaryOperator<String> attributeOf;

    public EntitySchema(Class<T> shape) {
        this(shape, List.of(), List.of(), List.of(), UnaryOperator.identity());
    }

    /**
     * Maps a resource's records.
     *
     * @param counts the fields of {@link Entity#counts}
     * @param sums the fields with {@link Sums} among them
     * @param texts the fields stored as the text of their JSON, since attributes lose the order of fields and the
     *     trailing zeros of numbers
     * @param attributeOf the attribute of each count
     */
    public EntitySchema(
            Class<T> shape,
            List<String> counts,
            List<String> sums,
            List<String> texts,
            UnaryOperator<String> attributeOf) {
        this.shape = shape;
        this.counts = counts;
        this.sums = sums;
        this.texts = texts;
        this.attributeOf = attributeOf;
    }

    @Override
    public Entity<T> mapToItem(Map<String, AttributeValue> attributes) {
        var json = Attributes.toJson(attributes);
        rename(json, PARENT_RECORD, TableDesign.PARENT);
        texts.forEach(field -> json.set(field, Json.parse(json.required(field).textValue(), JsonNode.class)));
        return new Entity<>(
                UUID.fromString(json.required(TableDesign.SORT_KEY).textValue()),
                Json.read(json, shape),
                StoredTime.parse(json.required("created_at").textValue()),
                StoredTime.parse(json.required("updated_at").textValue()),
                json.required("version").longValue(),
                counts(json),
                json.path(Entity.MOVES).longValue());
    }

    private static void rename(ObjectNode json, String from, String to) {
        if (json.has(from)) {
            json.set(to, json.remove(from));
        }
    }

    private Map<String, BigDecimal> counts(JsonNode json) {
        var values = new LinkedHashMap<String, BigDecimal>();
        counts.forEach(
                count -> values.put(count, json.path(attributeOf.apply(count)).decimalValue()));
        sums.forEach(sum -> values.putAll(Sums.read(json, sum)));
        return values;
    }

    /** Nulls are not stored, even if {@code ignoreNulls} is false. The uuid is the sort key. */
    @Override
    public Map<String, AttributeValue> itemToMap(Entity<T> item, boolean ignoreNulls) {
        return attributes(Snapshot.of(item));
    }

    /** The attributes of a record's fields, with its sort key. Nulls are not stored. */
    public Map<String, AttributeValue> attributes(Snapshot<T> snapshot) {
        var item = snapshot.entity();
        var json = snapshot.json().deepCopy();
        json.remove(UUID_FIELD);
        // Other records' writes add to the attribute of such a count, and nothing reads one of its own name.
        counts.stream().filter(count -> !attributeOf.apply(count).equals(count)).forEach(count -> json.remove(count));
        json.remove(sums);
        rename(json, TableDesign.PARENT, PARENT_RECORD);
        texts.forEach(field -> json.put(field, json.required(field).toString()));
        var attributes = Attributes.of(json);
        attributes.put(TableDesign.SORT_KEY, AttributeValue.fromS(item.uuid().toString()));
        return attributes;
    }

    /** The whole item of a record. */
    public Map<String, AttributeValue> item(ItemKey key, Entity<T> entity) {
        var item = itemToMap(entity, true);
        item.putAll(key.attributes());
        return item;
    }

    @Override
    public Map<String, AttributeValue> itemToMap(Entity<T> item, Collection<String> attributes) {
        var all = itemToMap(item, true);
        all.keySet().retainAll(attributes);
        return all;
    }

    @Override
    public @Nullable AttributeValue attributeValue(Entity<T> item, String attribute) {
        return itemToMap(item, true).get(attribute);
    }

    @Override
    public TableMetadata tableMetadata() {
        return METADATA;
    }

    @Override
    public EnhancedType<Entity<T>> itemType() {
        return Objects.requireNonNull(EnhancedType.documentOf(entityType(), this));
    }

    @SuppressWarnings("unchecked") // a class literal cannot carry its type argument
    private Class<Entity<T>> entityType() {
        return (Class<Entity<T>>) (Class<?>) Entity.class;
    }

    @Override
    public List<String> attributeNames() {
        return List.of(TableDesign.PARTITION_KEY, TableDesign.SORT_KEY);
    }

    @Override
    public boolean isAbstract() {
        return false;
    }
}
