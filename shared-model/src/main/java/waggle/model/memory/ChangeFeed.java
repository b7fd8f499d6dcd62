package waggle.model.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.paging.Segment;
import waggle.model.table.ItemKey;

/**
 * What changed in a company since a time. The events of the company are the index by time of change: every write of a record
 * leaves one in its own transaction, also every deletion, and they stay for 30 days.
 */
final class ChangeFeed {
    /** The name of the resource of events. */
    private static final String EVENTS = "event";

    private final DynamoDbClient client;
    private final String table;
    private final String partition;

    ChangeFeed(DynamoDbClient client, String table, UUID company) {
        this.client = client;
        this.table = table;
        this.partition = ItemKey.collection(company, EVENTS);
    }

    /**
     * The changes from a key on, with the attributes {@code sk}, {@code type} and {@code data} of their events.
     *
     * @return empty if there are more than so many
     */
    Optional<List<Map<String, AttributeValue>>> since(String key, int most) {
        var changes = new ArrayList<Map<String, AttributeValue>>();
        var pages = client.queryPaginator(query -> query.tableName(table)
                .keyConditionExpression("pk = :events AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(
                        ":events", AttributeValue.fromS(partition),
                        ":from", AttributeValue.fromS(key),
                        ":to", AttributeValue.fromS(Segment.NEWEST)))
                .projectionExpression("sk, #type, #data")
                .expressionAttributeNames(Map.of("#type", "type", "#data", "data"))
                .limit(most + 1));
        for (var page : pages) {
            changes.addAll(page.items());
            if (changes.size() > most) {
                return Optional.empty();
            }
        }
        return Optional.of(changes);
    }
}
