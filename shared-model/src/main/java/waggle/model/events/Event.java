package waggle.model.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.Limits;
import waggle.model.Uuids;
import waggle.model.declaration.Filter;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.json.Json;
import waggle.model.records.Entity;
import waggle.model.records.Snapshot;

/**
 * A change of a record (docs/api.md, "Events and webhooks"). The transaction of the change stores the event;
 * deliveries are derived from it. Events are kept for 30 days.
 *
 * @param type the resource and the change, {@code tag.updated}
 * @param timestamp the time of the change, to the millisecond
 * @param data the record after the change
 * @param actor that made the change
 * @param requestId of the request that made the change
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
            .lists(list -> list.filter(new Filter("type", "type", Filter.Kind.EVENT_TYPE)))
            .stores(as -> as.asLog().asText("data").keptFor(Limits.EVENT_RETENTION))
            .rights(Rights.READABLE_IN_FULL)
            .silent()
            .build();

    /** Fields that every change changes. */
    private static final Set<String> BOOKKEEPING = Set.of("updated_at", "version");

    /**
     * The record of an event.
     *
     * @param object the whole record, after the change or before its deletion
     * @param previous the old values of the fields that an update changed
     */
    public record Data(
            JsonNode object,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            JsonNode previous) {}

    /** The body of a delivery, in UTF-8 (docs/api.md, "Events and webhooks"). */
    public byte[] payload() {
        return Json.tree(this).retain("type", "timestamp", "data").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The uuid of the changed record. */
    public UUID recordUuid() {
        return UUID.fromString(data.object().required("uuid").textValue());
    }

    /** The fields that an update changed, those in objects as {@code custom_fields.region}; empty for other events. */
    public Stream<String> changed() {
        return data.previous() == null
                ? Stream.empty()
                : data.previous().properties().stream().flatMap(old -> changed(old.getKey(), old.getValue()));
    }

    private Stream<String> changed(String field, JsonNode before) {
        var after = data.object().path(field);
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return Stream.concat(
                Stream.of(field),
                names.stream()
                        .filter(name -> !before.path(name).equals(after.path(name)))
                        .map(name -> field + "." + name));
    }

    /**
     * Makes the event of a change.
     *
     * @param before the record before; empty if it is new
     * @param after the record after; empty if it is removed
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
