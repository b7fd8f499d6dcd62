package waggle.model.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.Limits;
import waggle.model.Uuids;
import waggle.model.json.Json;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/**
 * Something that happened to a record (contract §6). It lies in the table from the transaction that made it happen; what
 * is delivered is derived from it.
 *
 * @param type resource and what happened, {@code tag.updated}
 * @param data the record as it then was
 * @param actor who did it
 * @param requestId the request that did it
 */
public record Event(UUID uuid, String type, Instant timestamp, Data data, By actor, String requestId) {
    /** They change with every change, so they say nothing about it. */
    private static final Set<String> BOOKKEEPING = Set.of("updated_at", "version");

    /**
     * What an event tells of its record.
     *
     * @param object the whole record, after the change or as it was when deleted
     * @param previous of an update, the old values of the changed fields
     */
    public record Data(
            ObjectNode object,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ObjectNode previous) {}

    /** By which API key an event was caused. */
    public record By(UUID apiKeyUuid) {}

    /**
     * That a record was written.
     *
     * @param before the record as it was; null when it is new
     * @param after the record as it is; null when it is gone
     */
    public static Event written(
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
    public static Event of(String type, @Nullable Object before, Object after, Actor actor, Instant now) {
        var object = Json.tree(after);
        return of(type, new Data(object, before == null ? null : previous(Json.tree(before), object)), actor, now);
    }

    private static ObjectNode previous(ObjectNode before, ObjectNode object) {
        before.remove(BOOKKEEPING);
        before.properties().removeIf(field -> field.getValue().equals(object.get(field.getKey())));
        return before;
    }

    private static Event of(String type, Data data, Actor actor, Instant now) {
        return new Event(Uuids.next(), type, now, data, new By(actor.apiKey()), actor.requestId());
    }

    /** The event's item. The JSON is kept as text: attributes would lose its order and its way of writing numbers. */
    public Map<String, AttributeValue> item(Actor owner) {
        var item = ItemKey.event(owner.company(), uuid).attributes();
        var expiry = timestamp.plus(Limits.EVENT_RETENTION).getEpochSecond();
        item.put("type", AttributeValue.fromS(type));
        item.put("event", AttributeValue.fromS(Json.write(this)));
        item.put(TableDesign.TIME_TO_LIVE, AttributeValue.fromN(Long.toString(expiry)));
        return item;
    }
}
