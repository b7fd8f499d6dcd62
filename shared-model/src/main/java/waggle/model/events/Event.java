package waggle.model.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.Limits;
import waggle.model.Uuids;
import waggle.model.json.Json;
import waggle.model.store.Entity;
import waggle.model.store.Resource;

/**
 * Something that happened to a record (contract §6). It lies in the table from the transaction that made it happen; what
 * is delivered is derived from it. It is kept for 30 days.
 *
 * @param type resource and what happened, {@code tag.updated}
 * @param timestamp when it happened, to the millisecond
 * @param data the record as it then was
 * @param actor who did it
 * @param requestId the request that did it
 */
@Introspected
public record Event(
        @Size(max = EventTypes.LONGEST) String type,
        Instant timestamp,
        Data data,
        By actor,
        @Size(max = Actor.LONGEST_REQUEST_ID) String requestId) {
    public static final String NAME = "event";
    public static final String PATH = "events";
    public static final Resource<Event> RESOURCE = Resource.named(NAME, PATH, Event.class, Event::type)
            .filters("type")
            .asText("data")
            .keptFor(Limits.EVENT_RETENTION)
            .silent()
            .build();

    /** They change with every change, so they say nothing about it. */
    private static final Set<String> BOOKKEEPING = Set.of("updated_at", "version");

    /**
     * What an event tells of its record.
     *
     * @param object the whole record, after the change or as it was when deleted
     * @param previous of an update, the old values of the changed fields
     */
    public record Data(
            JsonNode object,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            JsonNode previous) {}

    /**
     * By whom an event was caused.
     *
     * @param apiKeyUuid the API key; where Waggle did it by itself, a uuid of zeros only
     */
    public record By(UUID apiKeyUuid) {}

    /** What is delivered of it, in UTF-8 (contract §6). */
    public byte[] payload() {
        return Json.tree(this).retain("type", "timestamp", "data").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The record that it happened to. */
    public UUID recordUuid() {
        return UUID.fromString(data.object().required("uuid").textValue());
    }

    /** The fields that an update changed; none of what is no update. */
    public Stream<String> changed() {
        return data.previous() == null
                ? Stream.empty()
                : data.previous().properties().stream().map(Map.Entry::getKey);
    }

    /**
     * That a record was written.
     *
     * @param before the record as it was; null when it is new
     * @param after the record as it is; null when it is gone
     */
    public static Entity<Event> written(
            String resource, @Nullable Object before, @Nullable Object after, Actor actor, Instant now) {
        if (after == null) {
            var last = Json.tree(Objects.requireNonNull(before, "before or after"));
            return of(resource + ".deleted", new Data(last, null), actor, now);
        }
        return of(resource + (before == null ? ".created" : ".updated"), before, after, actor, now);
    }

    /**
     * Something that a change means beyond itself.
     *
     * @param before what the record was; null when it is new
     */
    public static Entity<Event> of(String type, @Nullable Object before, Object after, Actor actor, Instant now) {
        var object = Json.tree(after);
        return of(type, new Data(object, before == null ? null : previous(Json.tree(before), object)), actor, now);
    }

    private static ObjectNode previous(ObjectNode before, ObjectNode object) {
        before.remove(BOOKKEEPING);
        before.properties().removeIf(field -> field.getValue().equals(object.get(field.getKey())));
        return before;
    }

    private static Entity<Event> of(String type, Data data, Actor actor, Instant now) {
        var event = new Event(type, now, data, new By(actor.apiKey()), actor.requestId());
        return new Entity<>(Uuids.next(), event, now, now, 1);
    }
}
