package waggle.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;
import waggle.model.Patience;
import waggle.model.table.ItemKey;
import waggle.model.table.NewTable;
import waggle.model.table.TableDesign;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/** What changes a table is seen by the next call, although the local table remembers descriptions. */
final class RememberedTablesTest {
    private static final String TABLE = "remembered";
    private static final List<String> KEYS = List.of("first_key", "second_key");

    @Test
    void description_isThatOfTheLastChange() throws Exception {
        try (var database = EmbeddedDynamoDb.start(null);
                var client = Clients.dynamoDb(
                        new Settings("us-east-1", TABLE, database.endpoint()),
                        StaticCredentialsProvider.create(Cloud.CREDENTIALS))) {
            NewTable.create(client, TABLE);
            client.putItem(put -> put.tableName(TABLE).item(new ItemKey("a", "b").attributes()));

            client.updateTimeToLive(change -> change.tableName(TABLE)
                    .timeToLiveSpecification(ttl -> ttl.enabled(false).attributeName(TableDesign.TIME_TO_LIVE)));
            assertThat(client.describeTimeToLive(describe -> describe.tableName(TABLE))
                            .timeToLiveDescription()
                            .timeToLiveStatus())
                    .isEqualTo(TimeToLiveStatus.DISABLED);

            client.deleteTable(delete -> delete.tableName(TABLE));
            assertThatThrownBy(() -> client.describeTable(describe -> describe.tableName(TABLE)))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
    }

    @Test
    void schema_isThatOfTheTable() throws Exception {
        try (var database = EmbeddedDynamoDb.start(null);
                var client = Clients.dynamoDb(
                        new Settings("us-east-1", TABLE, database.endpoint()),
                        StaticCredentialsProvider.create(Cloud.CREDENTIALS))) {
            for (var key : KEYS) {
                client.createTable(create -> create.tableName(TABLE + key)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attribute(key))
                        .keySchema(hash(key)));
            }
            for (var key : KEYS) {
                client.putItem(put -> put.tableName(TABLE + key).item(item(key)));
            }
            for (var key : KEYS) {
                assertThat(client.getItem(get -> get.tableName(TABLE + key).key(item(key)))
                                .item())
                        .isEqualTo(item(key));
            }

            var key = KEYS.getFirst();
            var other = KEYS.getLast();
            client.updateTable(change -> change.tableName(TABLE + key)
                    .attributeDefinitions(attribute(key), attribute(other))
                    .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                            .create(index -> index.indexName(other)
                                    .keySchema(hash(other))
                                    .projection(projection -> projection.projectionType(ProjectionType.ALL)))
                            .build()));
            var both = new HashMap<>(item(key));
            both.putAll(item(other));
            assertThat(Patience.until(
                            () -> client.describeTable(describe -> describe.tableName(TABLE + key))
                                    .table()
                                    .globalSecondaryIndexes()
                                    .getFirst()
                                    .indexStatus(),
                            IndexStatus.ACTIVE::equals))
                    .isEqualTo(IndexStatus.ACTIVE);
            client.putItem(put -> put.tableName(TABLE + key).item(both));
            assertThat(client.query(query -> query.tableName(TABLE + key)
                                    .indexName(other)
                                    .keyConditionExpression(other + " = :value")
                                    .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(other))))
                            .items())
                    .containsExactly(both);
        }
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    private static Map<String, AttributeValue> item(String key) {
        return Map.of(key, AttributeValue.fromS(key));
    }
}
