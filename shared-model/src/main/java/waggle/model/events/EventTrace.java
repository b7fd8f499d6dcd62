package waggle.model.events;

import java.util.List;
import java.util.stream.Stream;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;
import waggle.model.write.Happening;
import waggle.model.write.Log;
import waggle.model.write.Trace;

/** Adds the events of all changes to the transaction of a unit of work. */
public final class EventTrace implements Trace {
    private final Log<Event> log = new Log<>(Event.RESOURCE);

    @Override
    public void leave(Write write, List<Happening> happenings) {
        log.append(
                write,
                happenings.stream().flatMap(happening -> of(write, happening)).toList());
    }

    private static Stream<Entity<Event>> of(Write write, Happening happening) {
        return type(happening)
                .map(type -> Event.of(type, happening.before(), happening.after(), write.actor(), write.time()));
    }

    private static Stream<String> type(Happening happening) {
        return switch (happening) {
            case Happening.Told told -> Stream.of(told.type());
            case Happening.Written<?> written ->
                written.resource().hasEvents()
                        ? Stream.of(written.resource().name() + "." + what(written))
                        : Stream.empty();
        };
    }

    private static String what(Happening written) {
        if (written.after().isEmpty()) {
            return "deleted";
        }
        return written.before().isEmpty() ? "created" : "updated";
    }
}
