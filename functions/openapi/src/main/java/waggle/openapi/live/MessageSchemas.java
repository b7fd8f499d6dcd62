package waggle.openapi.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.events.EventTypes;
import waggle.model.json.Json;
import waggle.model.live.LiveLimits;
import waggle.model.live.Subscription;

/** The JSON Schemas of the messages of live updates (docs/live.md), with the limits of the code. */
final class MessageSchemas {
    private static final String ID = "The name of the subscription, which the client chooses";

    private MessageSchemas() {}

    /** The messages of clients, by name. */
    static Map<String, ObjectNode> ofClient() {
        var schemas = new LinkedHashMap<String, ObjectNode>();
        schemas.put("subscribe", subscribe());
        schemas.put(
                "unsubscribe", object(List.of("action", "id"), Map.of("action", constant("unsubscribe"), "id", id())));
        schemas.put("ping", object(List.of("action"), Map.of("action", constant("ping"))));
        return schemas;
    }

    /** The messages of the server, by name. */
    static Map<String, ObjectNode> ofServer() {
        var schemas = new LinkedHashMap<String, ObjectNode>();
        schemas.put("event", object(List.of("id", "event"), Map.of("id", id(), "event", event())));
        List.of("subscribed", "unsubscribed", "reset")
                .forEach(name -> schemas.put(name, object(List.of(name), Map.of(name, id()))));
        schemas.put("pong", object(List.of("pong"), Map.of("pong", time())));
        schemas.put("reconnect", object(List.of("reconnect"), Map.of("reconnect", seconds())));
        schemas.put("error", error());
        return schemas;
    }

    private static ObjectNode subscribe() {
        var types = array(text().put("pattern", "^(?:" + EventTypes.PATTERN + ")$"), 1, Subscription.MOST_TYPES);
        var fields = new LinkedHashMap<String, ObjectNode>();
        fields.put("action", constant("subscribe"));
        fields.put("id", id());
        fields.put("types", types.put("description", "Event types or patterns, like deal.*"));
        fields.put(
                "records",
                array(uuid(), 1, Subscription.MOST_RECORDS)
                        .put("description", "Only events of these records, or of those directly below them"));
        fields.put("full", type("boolean").put("description", "Whether messages have the whole record, if it fits"));
        fields.put(
                "after",
                uuid().put("description", "The last event that the client has seen: everything since is sent first"));
        return object(List.of("action", "id", "types"), fields);
    }

    private static ObjectNode event() {
        var type = text();
        Catalogue.eventTypes().all().stream().sorted().forEach(type.putArray("enum")::add);
        var fields = new LinkedHashMap<String, ObjectNode>();
        fields.put("uuid", uuid());
        fields.put("type", type);
        fields.put("timestamp", time());
        var record = new LinkedHashMap<String, ObjectNode>();
        record.put("type", text());
        record.put("uuid", uuid());
        record.put("version", type("integer").put("minimum", 1));
        fields.put("record", object(List.of("type", "uuid", "version"), record));
        fields.put(
                "changed",
                type("array").<ObjectNode>set("items", text()).put("description", "The fields that changed"));
        fields.put("object", type("object").put("description", "The record, if the subscription is full and it fits"));
        return object(List.of("uuid", "type", "timestamp", "record", "changed"), fields);
    }

    private static ObjectNode error() {
        var code = text();
        Arrays.stream(ErrorCode.values()).map(ErrorCode::code).forEach(code.putArray("enum")::add);
        var fault = object(List.of("field", "message"), Map.of("field", text(), "message", text()));
        var fields = new LinkedHashMap<String, ObjectNode>();
        fields.put("error", text().put("description", "A sentence for people"));
        fields.put("code", code);
        fields.put("details", type("array").set("items", fault));
        fields.put("id", id());
        return object(List.of("error", "code"), fields);
    }

    private static ObjectNode object(List<String> required, Map<String, ObjectNode> properties) {
        var schema = type("object");
        required.forEach(schema.putArray("required")::add);
        properties.forEach(schema.putObject("properties")::set);
        return schema;
    }

    private static ObjectNode array(ObjectNode items, int least, int most) {
        return type("array")
                .<ObjectNode>set("items", items)
                .put("minItems", least)
                .put("maxItems", most);
    }

    private static ObjectNode id() {
        return text().put("minLength", 1)
                .put("maxLength", Subscription.LONGEST_ID)
                .put("description", ID);
    }

    private static ObjectNode uuid() {
        return text().put("pattern", "^" + Uuids.WRITTEN + "$");
    }

    private static ObjectNode time() {
        return text().put("format", "date-time");
    }

    private static ObjectNode seconds() {
        return type("integer")
                .put("minimum", 0)
                .put("maximum", LiveLimits.NOTICE.toSeconds())
                .put("description", "The time until the connection is closed");
    }

    private static ObjectNode constant(String value) {
        return text().put("const", value);
    }

    private static ObjectNode text() {
        return type("string");
    }

    private static ObjectNode type(String name) {
        return Json.mapper().createObjectNode().put("type", name);
    }
}
