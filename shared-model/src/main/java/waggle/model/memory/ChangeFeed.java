package waggle.model.memory;

import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.paging.Segment;
import waggle.model.table.ItemKey;

/**
 * What changed in a company since a time. The events of the company are the index by time of change: every write of a record
 * leaves one in its own transaction, also every deletion, and they stay for 30 days.
 */
public final class ChangeFeed {
    public static final String TYPE = "type";
    public static final String DATA = "data";

    /** The name of the resource of events. */
    private static final String EVENTS = "event";

    private final DynamoDbClient client;
    private final String table;
    private final String partition;
    private final boolean isConsistent;

    /** @param isConsistent whether it has what was written a moment ago too, which costs twice as much */
    public ChangeFeed(DynamoDbClient client, String table, UUID company, boolean isConsistent) {
        this.client = client;
        this.table = table;
        this.partition = ItemKey.collection(company, EVENTS);
        this.isConsistent = isConsistent;
    }

    /**
     * Reads the changes from a key on.
     *
     * @param step is given the attributes {@code sk}, {@code type} and {@code data} of an event, and returns false to end
     * @return whether all changes were read
     */
    public boolean read(String from, Predicate<Map<String, AttributeValue>> step) {
        var pages = client.queryPaginator(query -> query.tableName(table)
                .keyConditionExpression("pk = :events AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(
                        ":events", AttributeValue.fromS(partition),
                        ":from", AttributeValue.fromS(from),
                        ":to", AttributeValue.fromS(Segment.NEWEST)))
                .consistentRead(isConsistent)
                .projectionExpression("sk, #type, #data")
                .expressionAttributeNames(Map.of("#type", TYPE, "#data", DATA)));
        return pages.items().stream().allMatch(step);
    }
}
