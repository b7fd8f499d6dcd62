package waggle.model.table;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Makes the one table in a cloud that no infrastructure was deployed to: a local one. */
public final class NewTable {
    private NewTable() {}

    /** Makes the table unless kept data has it already. */
    public static void create(DynamoDbClient client, String name) {
        try {
            client.createTable(table -> table.tableName(name)
                    .attributeDefinitions(
                            text(TableDesign.PARTITION_KEY),
                            text(TableDesign.SORT_KEY),
                            text(TableDesign.CREATED_AT),
                            text(TableDesign.PARENT),
                            text(TableDesign.DUE),
                            text(TableDesign.DUE_AT))
                    .keySchema(key(TableDesign.PARTITION_KEY, KeyType.HASH), key(TableDesign.SORT_KEY, KeyType.RANGE))
                    .globalSecondaryIndexes(
                            index(TableDesign.FACETS_INDEX, TableDesign.PARTITION_KEY),
                            index(TableDesign.PARENT_INDEX, TableDesign.PARENT),
                            due())
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .streamSpecification(
                            stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
            client.updateTimeToLive(table -> table.tableName(name)
                    .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(TableDesign.TIME_TO_LIVE)));
        } catch (ResourceInUseException e) {
            // It is there, from an earlier start with the same data.
        }
    }

    private static GlobalSecondaryIndex index(String name, String partitionKey) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(key(partitionKey, KeyType.HASH), key(TableDesign.CREATED_AT, KeyType.RANGE))
                .projection(projection ->
                        projection.projectionType(ProjectionType.INCLUDE).nonKeyAttributes(TableDesign.FACETS))
                .build();
    }

    private static GlobalSecondaryIndex due() {
        return GlobalSecondaryIndex.builder()
                .indexName(TableDesign.DUE_INDEX)
                .keySchema(key(TableDesign.DUE, KeyType.HASH), key(TableDesign.DUE_AT, KeyType.RANGE))
                .projection(projection ->
                        projection.projectionType(ProjectionType.INCLUDE).nonKeyAttributes(TableDesign.DUE_ATTRIBUTES))
                .build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
