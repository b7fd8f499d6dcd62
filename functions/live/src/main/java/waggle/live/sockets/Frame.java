package waggle.live.sockets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waggle.model.CodePoints;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.events.EventTypes;
import waggle.model.json.Json;
import waggle.model.live.LiveLimits;
import waggle.model.live.Subscription;

/** A message of a client (docs/live.md). */
sealed interface Frame {
    /**
     * Asks for events.
     *
     * @param after the last event that the client has seen; null to begin now
     */
    record Subscribe(
            String id,
            List<String> types,
            List<UUID> records,
            boolean full,
            @Nullable UUID after) implements Frame {}

    /** Ends a subscription. */
    record Unsubscribe(String id) implements Frame {}

    /** Asks for the server's time, and keeps the connection open. */
    record Ping() implements Frame {}

    /**
     * Reads a message.
     *
     * @throws WaggleException {@link ErrorCode#PAYLOAD_TOO_LARGE}, or {@link ErrorCode#INVALID_REQUEST} with all faults
     */
    static Frame read(String text) {
        return new Reader(parsed(text)).read();
    }

    /** The id in a message that cannot be read otherwise; empty if there is none. */
    static Optional<String> id(String text) {
        try {
            return Optional.of(parsed(text).path("id"))
                    .filter(id -> Reader.isId(id))
                    .map(JsonNode::textValue);
        } catch (WaggleException e) {
            return Optional.empty();
        }
    }

    private static JsonNode parsed(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LiveLimits.MESSAGE_BYTES) {
            throw new WaggleException(
                    ErrorCode.PAYLOAD_TOO_LARGE,
                    "The message is larger than " + LiveLimits.MESSAGE_BYTES / 1024 + " KiB");
        }
        try {
            var json = Json.mapper().readTree(text);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Refused below, like other messages that are no object.
        }
        throw new WaggleException(
                ErrorCode.INVALID_REQUEST, "The message must be a JSON object, like {\"action\":\"ping\"}");
    }

    /** Collects all faults of one message. */
    final class Reader {
        /** Unknown fields that an error names, and their characters, at most. */
        private static final int SHOWN = 10;

        private static final int SHOWN_CHARACTERS = 64;
        private static final Set<String> SUBSCRIBE = Set.of("action", "id", "types", "records", "after", "full");
        private static final Set<String> UNSUBSCRIBE = Set.of("action", "id");
        private static final Set<String> PING = Set.of("action");
        private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1," + Subscription.LONGEST_ID + "}");
        private static final String UUID_EXPECTED = "must be a uuid, like 01936a2f-5c00-7000-8000-000000000a01";

        private final JsonNode json;
        private final List<Fault> faults = new ArrayList<>();

        private Reader(JsonNode json) {
            this.json = json;
        }

        private Frame read() {
            return switch (json.path("action").asText()) {
                case "subscribe" -> valid(SUBSCRIBE, () -> new Subscribe(id(), types(), records(), full(), after()));
                case "unsubscribe" -> valid(UNSUBSCRIBE, () -> new Unsubscribe(id()));
                case "ping" -> valid(PING, Ping::new);
                default ->
                    throw WaggleException.invalid(
                            List.of(new Fault("action", "must be subscribe, unsubscribe or ping")));
            };
        }

        private Frame valid(Set<String> fields, Supplier<Frame> reader) {
            var frame = reader.get();
            var unknown = new TreeSet<String>();
            json.fieldNames().forEachRemaining(unknown::add);
            unknown.removeAll(fields);
            unknown.stream()
                    .limit(SHOWN)
                    .forEach(name -> faults.add(new Fault(CodePoints.first(SHOWN_CHARACTERS, name), "is not a field")));
            if (!faults.isEmpty()) {
                throw WaggleException.invalid(faults);
            }
            return frame;
        }

        private static boolean isId(JsonNode node) {
            return node.isTextual() && ID.matcher(node.textValue()).matches();
        }

        private String id() {
            var id = json.path("id");
            if (!isId(id)) {
                faults.add(new Fault("id", "must be 1 to 64 printable ASCII characters without spaces, like board"));
            }
            return id.asText();
        }

        private List<String> types() {
            var types = list("types", 1, Subscription.MOST_TYPES, "like [\"deal.*\"]", JsonNode::textValue);
            for (var i = 0; i < types.size(); i++) {
                if (!Catalogue.eventTypes().selectsAny(types.get(i))) {
                    faults.add(new Fault("types[" + i + "]", EventTypes.UNKNOWN));
                }
            }
            return types.stream().distinct().toList();
        }

        private List<UUID> records() {
            if (isAbsent("records")) {
                return List.of();
            }
            return list(
                            "records",
                            1,
                            Subscription.MOST_RECORDS,
                            "like [\"01936a2f-5c00-7000-8000-000000000111\"]",
                            record -> uuid("records", record))
                    .stream()
                    .distinct()
                    .toList();
        }

        private boolean full() {
            if (!isAbsent("full") && !json.path("full").isBoolean()) {
                faults.add(new Fault("full", "must be true or false"));
            }
            return json.path("full").asBoolean();
        }

        private @Nullable UUID after() {
            return isAbsent("after") ? null : uuid("after", json.path("after"));
        }

        private boolean isAbsent(String field) {
            return json.path(field).isMissingNode() || json.path(field).isNull();
        }

        private @Nullable UUID uuid(String field, JsonNode node) {
            var uuid = Optional.ofNullable(node.textValue()).flatMap(Uuids::parse);
            if (uuid.isEmpty()) {
                faults.add(new Fault(field, UUID_EXPECTED));
            }
            return uuid.orElse(null);
        }

        private <T> List<T> list(
                String field, int least, int most, String example, Function<JsonNode, @Nullable T> reader) {
            var node = json.path(field);
            var values = new ArrayList<T>();
            if (!node.isArray() || node.size() < least || node.size() > most) {
                faults.add(new Fault(field, "must be a list of %d to %d, %s".formatted(least, most, example)));
                return values;
            }
            for (var element : node) {
                var value = element.isTextual() ? reader.apply(element) : null;
                if (value != null) {
                    values.add(value);
                } else if (!element.isTextual()) {
                    faults.add(new Fault(field, "must be a list of texts, " + example));
                    return values;
                }
            }
            return values;
        }
    }
}
