package waggle.model.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.json.Json;
import waggle.model.store.Resource;

/**
 * A write that somebody made (contract §5, "Audit"). It lies in the table from the write's own transaction, and is never
 * changed. Secrets are in no record, so none can be in it.
 *
 * @param action what was done
 * @param resource of the record, {@code custom_field}
 * @param recordUuid of the record
 * @param apiKeyUuid who did it
 * @param requestId the request that did it
 * @param changes by field
 */
@Introspected
public record AuditEntry(
        Action action,
        @Size(max = 64) String resource,
        UUID recordUuid,
        UUID apiKeyUuid,
        @Size(max = Actor.LONGEST_REQUEST_ID) String requestId,
        Map<String, Difference> changes) {
    /**
     * What a write did to a field.
     *
     * @param before null where there was no value, or no record
     * @param after null where there is no value, or no record
     */
    public record Difference(
            @Nullable JsonNode before, @Nullable JsonNode after) {}

    /** What was done to a record. */
    public enum Action {
        CREATED,
        UPDATED,
        DELETED
    }

    /** What every record has changes with every write, so it says nothing about it. */
    private static final Set<String> BOOKKEEPING = Set.of("uuid", "created_at", "updated_at", "version");

    public static final String PATH = "audit-log";
    public static final Resource<AuditEntry> RESOURCE = Resource.named(
                    "audit_entry", PATH, AuditEntry.class, AuditEntry::requestId)
            .filters("record_uuid", "resource", "api_key_uuid", "action")
            .groupedBy("record_uuid")
            .silent()
            .build();

    /**
     * The entry of a write.
     *
     * @param before the record as it was; null when it is new
     * @param after the record as it is; null when it is gone
     */
    public static AuditEntry of(
            Actor actor, Resource<?> resource, UUID uuid, @Nullable Object before, @Nullable Object after) {
        var action = before == null ? Action.CREATED : after == null ? Action.DELETED : Action.UPDATED;
        return new AuditEntry(
                action,
                resource.name(),
                uuid,
                actor.apiKey(),
                actor.requestId(),
                changes(fields(before), fields(after)));
    }

    private static ObjectNode fields(@Nullable Object value) {
        return Optional.ofNullable(value).map(Json::tree).orElseGet(() -> Json.mapper()
                .createObjectNode());
    }

    private static Map<String, Difference> changes(ObjectNode before, ObjectNode after) {
        var changes = new LinkedHashMap<String, Difference>();
        Stream.concat(before.properties().stream(), after.properties().stream())
                .map(Map.Entry::getKey)
                .filter(field -> !BOOKKEEPING.contains(field))
                .filter(field -> !known(before, field).equals(known(after, field)))
                .forEach(field -> changes.put(field, new Difference(known(before, field), known(after, field))));
        return changes;
    }

    private static JsonNode known(ObjectNode fields, String field) {
        return Optional.ofNullable(fields.get(field)).orElse(NullNode.instance);
    }
}
