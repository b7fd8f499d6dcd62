package waggle.model.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.lists.FacetList;
import waggle.model.paging.Segments;
import waggle.model.records.Entity;
import waggle.model.records.ItemBatch;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/** Reads the records of one company from the table, consistently. */
public final class StoredRecords implements Records {
    private final DynamoDbClient client;
    private final String table;
    private final UUID company;

    public StoredRecords(DynamoDbClient client, String table, UUID company) {
        this.client = client;
        this.table = table;
        this.company = company;
    }

    @Override
    public UUID company() {
        return company;
    }

    @Override
    public <T> Optional<Entity<T>> find(Resource<T> resource, UUID uuid) {
        return item(resource, uuid).map(resource.schema()::mapToItem);
    }

    @Override
    public <T> List<Entity<T>> find(Resource<T> resource, List<UUID> uuids) {
        var found = items(resource, uuids);
        var schema = resource.schema();
        return uuids.stream()
                .flatMap(uuid -> Optional.ofNullable(found.get(uuid)).stream())
                .map(schema::mapToItem)
                .toList();
    }

    @Override
    public <T> List<Entity<T>> all(Resource<T> resource) {
        return each(resource).toList();
    }

    /** Every record of a resource, the oldest first, read while it is asked for. */
    public <T> Stream<Entity<T>> each(Resource<T> resource) {
        var schema = resource.schema();
        var partition = AttributeValue.fromS(resource.collection(company));
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :partition")
                        .expressionAttributeValues(Map.of(":partition", partition))
                        .consistentRead(true))
                .items()
                .stream()
                .map(schema::mapToItem);
    }

    @Override
    public <T> List<Entity<T>> group(Resource<T> resource, String field, UUID value) {
        var uuids = List.copyOf(facets(resource, field, value).keySet());
        var found = items(resource, uuids);
        var schema = resource.schema();
        return uuids.stream()
                .flatMap(uuid -> Optional.ofNullable(found.get(uuid)).stream())
                .map(schema::mapToItem)
                .toList();
    }

    @Override
    public Map<UUID, Map<String, AttributeValue>> facets(Resource<?> resource, String field, UUID value) {
        var group = resource.grouping(field).orElseThrow();
        var partition = AttributeValue.fromS(group.partition(company, resource, value.toString()));
        var facets = new LinkedHashMap<UUID, Map<String, AttributeValue>>();
        client.queryPaginator(query -> query.tableName(table)
                        .indexName(group.index().name())
                        .keyConditionExpression(group.index().partitionKey() + " = :partition")
                        .expressionAttributeValues(Map.of(":partition", partition))
                        .limit(FacetList.MOST_AT_ONCE))
                .items()
                .forEach(item -> facets.put(
                        uuid(ItemKey.of(item)),
                        Objects.requireNonNull(item.get(TableDesign.FACETS)).m()));
        return facets;
    }

    @Override
    public long count(Resource<?> resource) {
        return new Segments(client, table, resource.collection(company)).ranks().total();
    }

    @Override
    public Optional<Map<String, AttributeValue>> item(Resource<?> resource, UUID uuid) {
        return item(resource.key(company, uuid));
    }

    @Override
    public Optional<Map<String, AttributeValue>> item(ItemKey key) {
        return Optional.of(client.getItem(get ->
                                get.tableName(table).key(key.attributes()).consistentRead(true))
                        .item())
                .filter(item -> !item.isEmpty());
    }

    @Override
    public Map<ItemKey, Map<String, AttributeValue>> items(List<ItemKey> keys) {
        return ItemBatch.read(client, table, keys);
    }

    @Override
    public Map<UUID, Map<String, AttributeValue>> items(Resource<?> resource, List<UUID> uuids) {
        var keys = uuids.stream().map(uuid -> resource.key(company, uuid)).toList();
        var items = new HashMap<UUID, Map<String, AttributeValue>>();
        ItemBatch.read(client, table, keys).forEach((key, item) -> items.put(uuid(key), item));
        return items;
    }

    private static UUID uuid(ItemKey key) {
        return UUID.fromString(key.sk());
    }
}
