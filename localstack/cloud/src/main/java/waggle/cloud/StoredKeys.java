package waggle.cloud;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.keys.KeyPlan;
import waggle.model.table.ItemKey;

/** The API keys in the table. The usage plan is in memory, so each start fills it again from the table. */
record StoredKeys(DynamoDbClient dynamoDb, String table) {

    void admit(KeyPlan plan) {
        dynamoDb
                .scanPaginator(scan -> scan.tableName(table)
                        .filterExpression("begins_with(pk, :prefix)")
                        .expressionAttributeValues(Map.of(
                                ":prefix",
                                AttributeValue.fromS(ItemKey.apiKey("").pk()))))
                .items()
                .stream()
                .map(item -> UUID.fromString(
                        Objects.requireNonNull(item.get("api_key")).s()))
                .distinct()
                .forEach(plan::admit);
    }
}
