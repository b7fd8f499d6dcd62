package waggle.sockets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.WaggleException;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.live.LiveLimits;
import waggle.model.live.Subscription;

/** The messages of the server (docs/live.md). */
public final class Messages {
    private Messages() {}

    /** The message of an event: with the whole record if the subscription asks for it and it fits. */
    public static String event(Subscription subscription, UUID uuid, Event event) {
        var message = hint(subscription, uuid, event, event.changed());
        if (subscription.full()) {
            var whole = message.deepCopy();
            whole.withObject("/event").set("object", event.data().object());
            if (fits(whole)) {
                return whole.toString();
            }
        }
        return fits(message)
                ? message.toString()
                : hint(subscription, uuid, event, event.changed().filter(Predicate.not(field -> field.contains("."))))
                        .toString();
    }

    private static ObjectNode hint(Subscription subscription, UUID uuid, Event event, Stream<String> changed) {
        var message = Json.mapper().createObjectNode().put("id", subscription.id());
        var hint = message.putObject("event")
                .put("uuid", uuid.toString())
                .put("type", event.type())
                .put("timestamp", Json.time(event.timestamp()));
        var object = event.data().object();
        hint.putObject("record")
                .put("type", ReadAccess.resource(event.type()))
                .put("uuid", event.recordUuid().toString())
                .put("version", object.path("version").asLong());
        var fields = hint.putArray("changed");
        changed.forEach(fields::add);
        return message;
    }

    private static boolean fits(ObjectNode message) {
        return message.toString().getBytes(StandardCharsets.UTF_8).length <= LiveLimits.MESSAGE_BYTES;
    }

    /** The reply to a subscription, after the events that it resumed with. */
    public static String subscribed(String id) {
        return message("subscribed", id);
    }

    public static String unsubscribed(String id) {
        return message("unsubscribed", id);
    }

    /** Tells that events are missing: the client reloads what it shows. */
    public static String reset(String id) {
        return message("reset", id);
    }

    public static String pong(Instant now) {
        return message("pong", Json.time(now));
    }

    /**
     * Tells the client to open another connection.
     *
     * @param left the time until this one is closed
     */
    public static String reconnect(Duration left) {
        return Json.mapper()
                .createObjectNode()
                .put("reconnect", Math.max(left.toSeconds(), 0))
                .toString();
    }

    /**
     * The refusal of a message.
     *
     * @param id of the subscription; null if the message has none
     */
    public static String error(WaggleException refusal, @Nullable String id) {
        var message = Json.mapper()
                .createObjectNode()
                .put("error", refusal.getMessage())
                .put("code", refusal.code().code());
        if (!refusal.faults().isEmpty()) {
            message.set("details", Json.mapper().valueToTree(refusal.faults()));
        }
        if (id != null) {
            message.put("id", id);
        }
        return message.toString();
    }

    private static String message(String name, String value) {
        return Json.mapper().createObjectNode().put(name, value).toString();
    }
}
