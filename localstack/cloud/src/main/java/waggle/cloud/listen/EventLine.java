package waggle.cloud.listen;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.delivery.Outcome;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.records.Entity;

/** Formats the lines that {@code waggle listen} prints. */
public final class EventLine {
    private EventLine() {}

    public static String title() {
        return line("time", "type", "record", "event", "");
    }

    public static String titleWithReply() {
        return line("time", "type", "record", "event", "reply");
    }

    public static String of(Entity<Event> event) {
        return of(event, "");
    }

    public static String of(Entity<Event> event, Outcome outcome) {
        var result = Stream.of(outcome.status(), outcome.error())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return of(event, result + " in " + outcome.latency().toMillis() + " ms");
    }

    private static String of(Entity<Event> event, String reply) {
        var value = event.value();
        return line(Json.time(value.timestamp()), value.type(), value.recordUuid(), event.uuid(), reply);
    }

    private static String line(Object... cells) {
        return "%-24s  %-22s  %-36s  %-36s  %s".formatted(cells).stripTrailing();
    }
}
