package waggle.model.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.json.Json;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/** The items of the status: days with the last heartbeat, echoes and incidents. */
final class StatusItems {
    static final String BEAT_AT = "beat_at";
    static final String SEEN_AT = "seen_at";
    static final String ENDED_AT = "ended_at";
    static final String UPDATES = "updates";
    static final String UUID_NAME = "uuid";

    private static final String BEAT = "beat";
    private static final String MEASURED = "measured";
    private static final String FAILED = "failed_";
    private static final String STARTED_AT = "started_at";
    private static final String COMPONENT = "component";
    private static final Duration KEPT = Duration.ofDays(400);

    private StatusItems() {}

    static Map<String, AttributeValue> of(Day day, Beat beat) {
        var item = ItemKey.statusDay(day.date()).attributes();
        item.put(MEASURED, bytes(day.measured()));
        day.failed().forEach((component, minutes) -> item.put(FAILED + component.id(), bytes(minutes)));
        item.put(BEAT, AttributeValue.fromS(Json.write(beat)));
        item.put(BEAT_AT, time(beat.at()));
        item.put(TableDesign.TIME_TO_LIVE, expiry(beat.at()));
        return item;
    }

    static Beat beat(Map<String, AttributeValue> item) {
        return Json.parse(text(item, BEAT), Beat.class);
    }

    static Day day(Map<String, AttributeValue> item) {
        var failed = new EnumMap<Component, Minutes>(Component.class);
        for (var component : Component.values()) {
            minutes(item, FAILED + component.id()).ifPresent(minutes -> failed.put(component, minutes));
        }
        return new Day(
                LocalDate.parse(ItemKey.of(item).sk().substring(ItemKey.STATUS_DAY.length())),
                minutes(item, MEASURED).orElse(Minutes.NONE),
                failed);
    }

    static Map<String, AttributeValue> opened(Component component, UUID uuid, Condition condition, Instant since) {
        var item = ItemKey.statusIncident(since, component.id()).attributes();
        item.put(UUID_NAME, AttributeValue.fromS(uuid.toString()));
        item.put(COMPONENT, AttributeValue.fromS(component.id()));
        item.put(STARTED_AT, time(since));
        var text = condition.message() == null
                ? component.opening()
                : component.opening() + " " + condition.message() + ".";
        item.put(UPDATES, AttributeValue.fromM(Map.of(Json.time(since), AttributeValue.fromS(text))));
        item.put(TableDesign.TIME_TO_LIVE, expiry(since));
        return item;
    }

    static Incident incident(Map<String, AttributeValue> item) {
        var component = Component.valueOf(text(item, COMPONENT).toUpperCase(Locale.ROOT));
        return new Incident(
                UUID.fromString(text(item, UUID_NAME)),
                component,
                Instant.parse(text(item, STARTED_AT)),
                Optional.ofNullable(item.get(ENDED_AT))
                        .map(value -> Instant.parse(value.s()))
                        .orElse(null),
                component.title(),
                updates(item));
    }

    private static List<Incident.Update> updates(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(UPDATES)).map(AttributeValue::m).orElse(Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(update -> new Incident.Update(
                        Instant.parse(update.getKey()), update.getValue().s()))
                .toList();
    }

    static Map<String, AttributeValue> echo(String reader, Instant beat, Instant seen) {
        var item = new HashMap<>(ItemKey.statusEcho(reader).attributes());
        item.put(BEAT_AT, time(beat));
        item.put(SEEN_AT, time(seen));
        return item;
    }

    static AttributeValue time(Instant time) {
        return AttributeValue.fromS(Json.time(time));
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::s)
                .orElseThrow(() -> new IllegalStateException("A status item has no " + name));
    }

    private static AttributeValue expiry(Instant from) {
        return AttributeValue.fromN(Long.toString(from.plus(KEPT).getEpochSecond()));
    }

    private static AttributeValue bytes(Minutes minutes) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(minutes.bytes()));
    }

    private static Optional<Minutes> minutes(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(value -> Minutes.of(value.b().asByteArray()));
    }
}
