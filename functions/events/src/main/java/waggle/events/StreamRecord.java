package waggle.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.regex.Pattern;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.table.TableDesign;

/**
 * A change of the table, as its stream tells of it (AWS Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB").
 *
 * @param image the item after the change, each attribute below the letter of its type
 */
record StreamRecord(String sequenceNumber, JsonNode image) {
    private static final Pattern EVENTS = Pattern.compile("C#([0-9a-f-]{36})#" + Event.NAME);

    static StreamRecord of(JsonNode json) {
        return new StreamRecord(json.at("/dynamodb/SequenceNumber").asText(), json.at("/dynamodb/NewImage"));
    }

    /** The filter of the event source passes nothing else; whoever calls without it shall not be misled. */
    boolean isEvent() {
        return EVENTS.matcher(key(TableDesign.PARTITION_KEY)).matches();
    }

    UUID company() {
        var matcher = EVENTS.matcher(key(TableDesign.PARTITION_KEY));
        if (!matcher.matches()) {
            throw new IllegalStateException("not an event");
        }
        return UUID.fromString(matcher.group(1));
    }

    UUID uuid() {
        return UUID.fromString(key(TableDesign.SORT_KEY));
    }

    Event event() {
        var json = Json.mapper().createObjectNode();
        json.put("type", key("type"));
        json.put("timestamp", key("timestamp"));
        json.set("data", Json.parse(key("data"), ObjectNode.class));
        json.putObject("actor")
                .put("api_key_uuid", image.at("/actor/M/api_key_uuid/S").asText());
        json.put("request_id", key("request_id"));
        return Json.read(json, Event.class);
    }

    private String key(String name) {
        return image.path(name).path("S").asText();
    }
}
