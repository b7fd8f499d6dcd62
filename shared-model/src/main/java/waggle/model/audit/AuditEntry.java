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
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.json.Json;
import waggle.model.records.Snapshot;

/**
 * A write of a record (docs/api.md, "Account"). The transaction of the write stores the entry, and nothing changes
 * it. Records have no secrets, so entries have none.
 *
 * @param action what was done
 * @param resource of the record, {@code custom_field}
 * @param recordUuid of the record
 * @param actor who did it
 * @param apiKeyUuid the actor's uuid, if the actor is an API key
 * @param requestId the request that did it
 * @param changes by field
 */
@Introspected
public record AuditEntry(
        Action action,
        @Size(max = 64) String resource,
        UUID recordUuid,
        Actor.Identity actor,
        @Nullable UUID apiKeyUuid,
        @Size(max = Actor.LONGEST_REQUEST_ID) String requestId,
        Map<String, Difference> changes) {
    /**
     * The change of one field.
     *
     * @param before null if there was no value or no record
     * @param after null if there is no value or no record
     */
    public record Difference(
            @Nullable JsonNode before, @Nullable JsonNode after) {}

    /** What was done to a record. */
    public enum Action {
        CREATED,
        UPDATED,
        DELETED
    }

    /** Fields that every write changes. */
    private static final Set<String> BOOKKEEPING = Set.of("uuid", "created_at", "updated_at", "version");

    public static final String PATH = "audit-log";
    public static final Resource<AuditEntry> RESOURCE = Resource.named(
                    "audit_entry", PATH, AuditEntry.class, AuditEntry::requestId)
            .lists(list -> list.filters("record_uuid", "resource", "api_key_uuid", "action")
                    .groupedBy("record_uuid"))
            .stores(as -> as.asLog())
            .rights(Rights.ADMIN)
            .silent()
            .build();

    /**
     * The entry of a write.
     *
     * @param before the record before; empty when it is new
     * @param after the record after; empty when it is removed
     */
    public static AuditEntry of(
            Actor actor,
            Resource<?> resource,
            UUID uuid,
            Optional<? extends Snapshot<?>> before,
            Optional<? extends Snapshot<?>> after) {
        var action = before.isEmpty() ? Action.CREATED : after.isEmpty() ? Action.DELETED : Action.UPDATED;
        return new AuditEntry(
                action,
                resource.name(),
                uuid,
                actor.identity(),
                actor instanceof Actor.ApiKey key ? key.uuid() : null,
                actor.requestId(),
                changes(fields(before), fields(after)));
    }

    private static ObjectNode fields(Optional<? extends Snapshot<?>> snapshot) {
        return snapshot.isEmpty()
                ? Json.mapper().createObjectNode()
                : snapshot.get().json();
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
