package waggle.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.table.ItemKey;

/** The events of a company, in the order of their making. */
public record Outbox(UUID company) {

    public List<ObjectNode> events() {
        var actor = Actor.ofKey(company, Uuids.next(), "Test", "test");
        return new LocalStore<>(LocalTable.shared(), Event.RESOURCE, Clock.systemUTC())
                .all(actor).stream().map(Json::tree).toList();
    }

    public List<Map<String, AttributeValue>> items() {
        return LocalTable.shared()
                .query(query -> query.tableName(LocalTable.NAME)
                        .keyConditionExpression("pk = :outbox")
                        .expressionAttributeValues(
                                Map.of(":outbox", AttributeValue.fromS(ItemKey.collection(company, Event.NAME)))))
                .items();
    }
}
