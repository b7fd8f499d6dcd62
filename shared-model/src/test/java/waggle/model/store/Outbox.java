package waggle.model.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.table.ItemKey;

/** The events of a company, in the order of their making. */
record Outbox(UUID company) {

    List<ObjectNode> events() {
        var actor = new Actor(company, Uuids.next(), "test");
        return new Store<>(LocalTable.shared(), LocalTable.NAME, Event.RESOURCE, Clock.systemUTC())
                .all(actor).stream().map(Json::tree).toList();
    }

    List<Map<String, AttributeValue>> items() {
        return LocalTable.shared()
                .query(query -> query.tableName(LocalTable.NAME)
                        .keyConditionExpression("pk = :outbox")
                        .expressionAttributeValues(
                                Map.of(":outbox", AttributeValue.fromS(ItemKey.collection(company, Event.NAME)))))
                .items();
    }
}
