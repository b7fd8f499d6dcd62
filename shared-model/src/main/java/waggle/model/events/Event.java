package waggle.model.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.Limits;
import waggle.model.Uuids;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.json.Json;
import waggle.model.records.Entity;
import waggle.model.records.Snapshot;

/**
 * Something that happened to a record (docs/api.md, "Events and webhooks"). The transaction that made it happen stores it;
 * deliveries are derived from it. It is kept for 30 days.
 *
 * @param type resource and what happened, {@code tag.updated}
 * @param timestamp when it happened, to the millisecond
 * @param data the record at that time
 * @param actor who did it
 * @param requestId the request that did it
 */
@Introspected
public record Event(
        @Size(max = EventTypes.LONGEST) String type,
        Instant timestamp,
        Data data,
        Actor.Identity actor,
        @Size(max = Actor.LONGEST_REQUEST_ID) String requestId) {
    public static final String NAME = "event";
    public static final String PATH = "events";
    public static final Resource<Event> RESOURCE = Resource.named(NAME, PATH, Event.class, Event::type)
            .lists(list -> list.filters("type"))
            .stores(as -> as.asText("data").keptFor(Limits.EVENT_RETENTION))
            .rights(Rights.READABLE_IN_FULL)
            .silent()
            .build();

    /** These change with every change, so they say nothing about it. */
    private static final Set<String> BOOKKEEPING = Set.of("updated_at", "version");

    /**
     * The record of an event.
     *
     * @param object the whole record, after the change or as it was when deleted
     * @param previous of an update, the old values of the changed fields
     */
    public record Data(
            JsonNode object,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            JsonNode previous) {}

    /** The body of a delivery, in UTF-8 (docs/api.md, "Events and webhooks"). */
    public byte[] payload() {
        return Json.tree(this).retain("type", "timestamp", "data").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The record that it happened to. */
    public UUID recordUuid() {
        return UUID.fromString(data.object().required("uuid").textValue());
    }

    /** The fields that an update changed; none of other events. */
    public Stream<String> changed() {
        return data.previous() == null
                ? Stream.empty()
                : data.previous().properties().stream().map(Map.Entry::getKey);
    }

    /**
     * The event of something that happened to a record.
     *
     * @param before the record before; empty when it is new
     * @param after the record after; empty when it is removed
     */
    public static Entity<Event> of(
            String type,
            Optional<? extends Snapshot<?>> before,
            Optional<? extends Snapshot<?>> after,
            Actor actor,
            Instant now) {
        var event = new Event(type, now, data(before, after), actor.identity(), actor.requestId());
        return new Entity<>(Uuids.next(), event, now, now, 1);
    }

    private static Data data(Optional<? extends Snapshot<?>> before, Optional<? extends Snapshot<?>> after) {
        if (after.isEmpty()) {
            return new Data(before.orElseThrow().json(), null);
        }
        var object = after.get().json();
        return new Data(object, before.map(old -> previous(old, object)).orElse(null));
    }

    private static JsonNode previous(Snapshot<?> before, JsonNode object) {
        var previous = before.json().deepCopy();
        previous.remove(BOOKKEEPING);
        previous.properties().removeIf(field -> field.getValue().equals(object.get(field.getKey())));
        return previous;
    }
}
