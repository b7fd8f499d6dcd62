package waggle.openapi.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import waggle.model.ErrorCode;
import waggle.model.status.Component;
import waggle.model.status.History;
import waggle.model.status.Minutes;
import waggle.model.status.StatusReads;
import waggle.openapi.schemas.Scalars;
import waggle.openapi.schemas.Schemas;

/** The schemas of the status and of its days. */
final class StatusSchemas {
    private static final int LONGEST = 1_000;
    private static final int LONGEST_VERSION = 100;
    private static final int MOST_UPDATES = 51;
    private static final int PERCENT = 100;

    private StatusSchemas() {}

    static ObjectNode status() {
        return status("ok", "degraded");
    }

    /** The fields of the status and of every error, and the unavailable parts. */
    static ObjectNode unavailable() {
        var schema = status("unavailable");
        add(schema, "unavailable", list(Scalars.type("string").put("const", "table"), 1, 1));
        add(schema, "error", Scalars.text(1, LONGEST));
        add(schema, "code", Scalars.type("string").put("const", ErrorCode.SERVICE_UNAVAILABLE.code()));
        add(schema, "request_id", Scalars.text(1, LONGEST_VERSION));
        return schema;
    }

    static ObjectNode history() {
        var day = Scalars.type("object");
        add(day, "date", scalar(LocalDate.class));
        Stream.of("expected", "measured", "failed").forEach(name -> add(day, name, minutes()));
        add(day, "uptime", uptime());
        var component = Scalars.type("object");
        add(component, "name", names());
        add(component, "days", list(day, 1, History.MOST_DAYS));
        var schema = Scalars.type("object");
        add(schema, "components", list(component, Component.values().length, Component.values().length));
        add(schema, "incidents", list(incident(), 0, StatusReads.MOST_INCIDENTS));
        return schema;
    }

    static Parameter days() {
        var schema = Scalars.type("integer")
                .put("minimum", 1)
                .put("maximum", History.MOST_DAYS)
                .put("default", History.MOST_DAYS);
        return new QueryParameter()
                .name("days")
                .description("The number of days, up to today (UTC)")
                .schema(Schemas.model(schema));
    }

    private static ObjectNode status(String... states) {
        var schema = Scalars.type("object");
        add(schema, "status", values(states));
        add(schema, "version", Scalars.text(1, LONGEST_VERSION));
        add(schema, "checked_at", scalar(Instant.class));
        add(schema, "components", list(component(), Component.values().length, Component.values().length));
        add(schema, "incidents", list(incident(), 0, StatusReads.MOST_INCIDENTS));
        return schema;
    }

    private static ObjectNode component() {
        var uptimes = Scalars.type("object");
        Stream.of("24h", "7d", "90d").forEach(period -> add(uptimes, period, uptime()));
        var schema = Scalars.type("object");
        add(schema, "name", names());
        add(schema, "status", values("ok", "degraded", "unavailable"));
        add(schema, "since", orNull(scalar(Instant.class)));
        add(schema, "message", orNull(Scalars.text(1, LONGEST)));
        add(schema, "uptime", uptimes);
        return schema;
    }

    private static ObjectNode incident() {
        var update = Scalars.type("object");
        add(update, "at", scalar(Instant.class));
        add(update, "text", Scalars.text(1, LONGEST));
        var schema = Scalars.type("object");
        add(schema, "uuid", scalar(UUID.class));
        add(schema, "component", names());
        add(schema, "started_at", scalar(Instant.class));
        add(schema, "ended_at", orNull(scalar(Instant.class)));
        add(schema, "title", Scalars.text(1, LONGEST));
        add(schema, "updates", list(update, 0, MOST_UPDATES));
        return schema;
    }

    private static ObjectNode names() {
        return values(Stream.of(Component.values()).map(Component::id).toArray(String[]::new));
    }

    private static ObjectNode values(String... values) {
        var schema = Scalars.type("string");
        Stream.of(values).forEach(schema.putArray("enum")::add);
        return schema;
    }

    private static ObjectNode minutes() {
        return Scalars.type("integer").put("minimum", 0).put("maximum", Minutes.OF_A_DAY);
    }

    private static ObjectNode uptime() {
        return orNull(Scalars.type("number").put("minimum", 0).put("maximum", PERCENT));
    }

    private static ObjectNode orNull(ObjectNode schema) {
        var type = schema.get("type").asText();
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    private static ObjectNode scalar(Class<?> type) {
        return Scalars.of(type).orElseThrow();
    }

    private static ObjectNode list(ObjectNode items, int least, int most) {
        var schema = Scalars.type("array").put("minItems", least).put("maxItems", most);
        schema.set("items", items);
        return schema;
    }

    private static void add(ObjectNode object, String name, ObjectNode schema) {
        object.withObject("properties").setAll(Map.of(name, schema));
        object.withArray("required").add(name);
    }
}
