package waggle.model.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.transaction.SingleItems;

/**
 * API keys whose creation or revocation has not finished in the usage plan. A process that dies in between leaves one
 * here, and the next creation or revocation of a key of the company removes it from the plan.
 */
final class PendingKeys {
    private static final String DUE = "due";

    /** Longer than any function runs. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final DynamoDbClient client;
    private final String table;
    private final KeyPlan plan;

    PendingKeys(DynamoDbClient client, String table, KeyPlan plan) {
        this.client = client;
        this.table = table;
        this.plan = plan;
    }

    /** Stores that a key is being created, and adds it to the plan. */
    void admit(UUID company, UUID apiKey, Instant now) {
        new SingleItems(client, table).put(put -> put.item(item(company, apiKey, now.plus(PATIENCE))));
        plan.admit(apiKey);
    }

    /** The item of a key that is to be removed from the plan. */
    static Map<String, AttributeValue> item(UUID company, UUID apiKey, Instant due) {
        var item = ItemKey.pending(company, apiKey).attributes();
        item.put(DUE, KeyStore.seconds(due));
        return item;
    }

    void remove(UUID company, UUID apiKey) {
        plan.remove(apiKey);
        var key = ItemKey.pending(company, apiKey).attributes();
        new SingleItems(client, table).delete(delete -> delete.key(key));
    }

    /** Removes the keys of processes that died from the plan. */
    void clear(UUID company, Instant now) {
        var values = Map.of(":company", AttributeValue.fromS(ItemKey.pending(company)));
        client
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :company")
                        .expressionAttributeValues(values)
                        .consistentRead(true))
                .items()
                .stream()
                .filter(item ->
                        Long.parseLong(Objects.requireNonNull(item.get(DUE)).n()) <= now.getEpochSecond())
                .map(item -> UUID.fromString(
                        Objects.requireNonNull(item.get(TableDesign.SORT_KEY)).s()))
                .forEach(apiKey -> remove(company, apiKey));
    }
}
