package waggle.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.keys.ApiKey;
import waggle.model.table.CollectionKey;
import waggle.model.table.TableDesign;

/**
 * A record of the table's stream (AWS Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB").
 *
 * @param keys the item's key, in DynamoDB JSON
 * @param image the item after the change, in DynamoDB JSON
 */
record StreamRecord(String sequenceNumber, JsonNode keys, JsonNode image) {
    static StreamRecord from(JsonNode json) {
        return new StreamRecord(
                json.at("/dynamodb/SequenceNumber").asText(), json.at("/dynamodb/Keys"), json.at("/dynamodb/NewImage"));
    }

    /** Whether the record is an event. The event source's filter passes events only; other callers may have no filter. */
    boolean isEvent() {
        return isOf(Event.NAME);
    }

    /** Whether the record is an API key that is revoked. */
    boolean isRevokedKey() {
        return isOf(ApiKey.NAME) && image.at("/revoked_at/S").isTextual();
    }

    private boolean isOf(String resource) {
        return collection().filter(key -> key.isOf(resource)).isPresent();
    }

    UUID company() {
        return collection().orElseThrow().company();
    }

    private Optional<CollectionKey> collection() {
        return CollectionKey.from(text(TableDesign.PARTITION_KEY));
    }

    UUID uuid() {
        return UUID.fromString(text(TableDesign.SORT_KEY));
    }

    String type() {
        return text("type");
    }

    String requestId() {
        return text("request_id");
    }

    Event event() {
        var json = Json.mapper().createObjectNode();
        json.put("type", type());
        json.put("timestamp", text("timestamp"));
        json.set("data", Json.parse(text("data"), ObjectNode.class));
        var actor = json.putObject("actor");
        image.at("/actor/M")
                .properties()
                .forEach(field -> actor.set(field.getKey(), field.getValue().get("S")));
        json.put("request_id", requestId());
        return Json.read(json, Event.class);
    }

    /** The key of the item and the position in the stream, without the item's content. */
    String position() {
        var position = Json.mapper().createObjectNode().put("SequenceNumber", sequenceNumber);
        return position.set("Keys", keys).toString();
    }

    private String text(String name) {
        return image.path(name).path("S").asText();
    }
}
