package waggle.model.memory;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Resource;
import waggle.model.table.TableDesign;
import waggle.model.table.TableIndex;

/** Reads the facets of whole collections from their index. */
final class Loader {
    /** DynamoDB Local reads the whole rest of a collection for each reply, so replies have a limit. */
    private static final int MOST_AT_ONCE = 5_000;

    private static final TableIndex INDEX = TableDesign.ALL_FACETS;

    private final DynamoDbClient client;
    private final String table;

    Loader(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /**
     * The facets of all records of a collection.
     *
     * @return empty if they have more bytes than so many
     */
    Optional<Columns> load(UUID company, Resource<?> resource, long most) {
        var columns = new Columns(resource);
        var pages = client.queryPaginator(query -> query.tableName(table)
                .indexName(INDEX.name())
                .keyConditionExpression(INDEX.partitionKey() + " = :partition")
                .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(resource.collection(company))))
                .projectionExpression(
                        String.join(", ", TableDesign.SORT_KEY, TableDesign.LISTED_AT, TableDesign.FACETS))
                .limit(MOST_AT_ONCE));
        for (var page : pages) {
            page.items().forEach(item -> put(columns, item));
            if (columns.bytes() > most) {
                return Optional.empty();
            }
        }
        return Optional.of(columns);
    }

    private static void put(Columns columns, Map<String, AttributeValue> item) {
        columns.put(
                UUID.fromString(value(item, TableDesign.SORT_KEY).s()),
                Instant.parse(value(item, TableDesign.LISTED_AT).s()).toEpochMilli(),
                0,
                value(item, TableDesign.FACETS).m(),
                field -> false);
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute));
    }
}
