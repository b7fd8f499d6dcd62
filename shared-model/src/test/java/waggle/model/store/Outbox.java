package waggle.model.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.json.Json;
import waggle.model.table.ItemKey;

/** The events of a company, in the order of their making. */
record Outbox(UUID company) {

    List<ObjectNode> events() {
        return items().stream()
                .map(item -> Objects.requireNonNull(item.get("event")).s())
                .map(json -> Json.parse(json, ObjectNode.class))
                .toList();
    }

    List<Map<String, AttributeValue>> items() {
        var outbox = ItemKey.event(company, Uuids.next()).pk();
        return LocalTable.shared()
                .query(query -> query.tableName(LocalTable.NAME)
                        .keyConditionExpression("pk = :outbox")
                        .expressionAttributeValues(Map.of(":outbox", AttributeValue.fromS(outbox))))
                .items();
    }
}
