package waggle.model.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Records that belong to a record and are removed with it.
 *
 * @param resource of the records that belong to it
 * @param field in which these refer to it
 * @param count the owner's count of them
 */
public record Owned(Supplier<Resource<?>> resource, String field, String count) {

    /** The resource of the owned records; of a nested collection, that of one owner. */
    public Resource<?> of(UUID owner) {
        var owned = resource.get();
        return owned.nesting().isPresent() ? owned.below(owner) : owned;
    }

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
}
