package waggle.cloud;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.delivery.Outcome;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.store.Entity;

/** What is printed of an event. */
final class EventLine {
    private EventLine() {}

    static String title() {
        return line("time", "type", "record", "event", "");
    }

    static String titleWithAnswer() {
        return line("time", "type", "record", "event", "answer");
    }

    static String of(Entity<Event> event) {
        return of(event, "");
    }

    static String of(Entity<Event> event, Outcome outcome) {
        var words = Stream.of(outcome.status(), outcome.error())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return of(event, words + " in " + outcome.latency().toMillis() + " ms");
    }

    private static String of(Entity<Event> event, String answer) {
        var value = event.value();
        return line(Json.time(value.timestamp()), value.type(), value.recordUuid(), event.uuid(), answer);
    }

    private static String line(Object... cells) {
        return "%-24s  %-22s  %-36s  %-36s  %s".formatted(cells).stripTrailing();
    }
}
