package waggle.model.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A collection below each record of another resource: {@code /v1/leads/{uuid}/notes}. Each is counted and paged by itself.
 *
 * @param field the field with the parent, which comes from the path
 * @param parent the resource of the parents
 * @param count the parent's count of the records below it
 */
public record Nesting(String field, Supplier<Resource<?>> parent, String count) {

    /** The value of the field: the parent's uuid, or an object of the parent's type and uuid. */
    public JsonNode value(UUID uuid) {
        return field.endsWith("_uuid")
                ? JsonNodeFactory.instance.textNode(uuid.toString())
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("type", parent.get().name())
                        .put("uuid", uuid.toString());
    }

    void contribute(UUID uuid, Contributions contributions) {
        contributions.refer(parent.get(), uuid, field, false, Map.of());
        contributions.add(parent.get(), uuid, count, BigDecimal.ONE);
    }
}
