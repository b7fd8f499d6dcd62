package waggle.model.table;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Creates the table in a local cloud; the infrastructure creates the deployed one. */
public final class NewTable {
    private NewTable() {}

    /** Creates the table, or completes what an earlier start with the same data has created. */
    public static void create(DynamoDbClient client, String name) {
        try {
            client.createTable(table -> table.tableName(name)
                    .attributeDefinitions(keys())
                    .keySchema(schema(TableDesign.PARTITION_KEY, TableDesign.SORT_KEY))
                    .globalSecondaryIndexes(
                            TableDesign.INDEXES.stream().map(NewTable::index).toList())
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(TableDesign.STREAM_VIEW)));
        } catch (ResourceInUseException exists) {
            // From an earlier start, or from this call, whose first reply was lost.
        }
        if (!expires(client, name)) {
            client.updateTimeToLive(table -> table.tableName(name)
                    .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(TableDesign.TIME_TO_LIVE)));
        }
    }

    private static boolean expires(DynamoDbClient client, String name) {
        var items = client.describeTimeToLive(table -> table.tableName(name)).timeToLiveDescription();
        return items.timeToLiveStatus() == TimeToLiveStatus.ENABLED;
    }

    private static List<AttributeDefinition> keys() {
        var ofIndexes = TableDesign.INDEXES.stream().flatMap(index -> Stream.of(index.partitionKey(), index.sortKey()));
        return Stream.concat(Stream.of(TableDesign.PARTITION_KEY, TableDesign.SORT_KEY), ofIndexes)
                .distinct()
                .map(NewTable::text)
                .toList();
    }

    private static GlobalSecondaryIndex index(TableIndex index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.partitionKey(), index.sortKey()))
                .projection(projection ->
                        projection.projectionType(ProjectionType.INCLUDE).nonKeyAttributes(index.attributes()))
                .build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static List<KeySchemaElement> schema(String partitionKey, String sortKey) {
        return List.of(key(partitionKey, KeyType.HASH), key(sortKey, KeyType.RANGE));
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
