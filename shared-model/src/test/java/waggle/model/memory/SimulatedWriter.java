package waggle.model.memory;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.audit.AuditTrace;
import waggle.model.declaration.Write;
import waggle.model.events.Event;
import waggle.model.records.Entity;
import waggle.model.write.BulkRecords;
import waggle.model.write.Happening;
import waggle.model.write.Happening.Written;
import waggle.model.write.Log;
import waggle.model.write.Writes;

/**
 * Writes at simulated times. The keys of events have the time of a clock that may be wrong, and transactions are written up
 * to 30 seconds after the time in the keys.
 */
final class SimulatedWriter {
    /** 10 seconds of retries and a call of 20 seconds. */
    private static final int LATEST_MILLIS = 30_000;

    private final Log<Event> log = new Log<>(Event.RESOURCE);
    private final Actor actor;
    private final Clock clock;
    private final Random random;

    SimulatedWriter(Actor actor, Clock clock, Random random) {
        this.actor = actor;
        this.clock = clock;
        this.random = random;
    }

    <R> R run(Function<Write, R> work) {
        var begun = clock.instant().minusMillis(random.nextInt(LATEST_MILLIS));
        return new Writes(
                        LocalTable.shared(),
                        LocalTable.NAME,
                        Clock.fixed(begun, ZoneOffset.UTC),
                        List.of(
                                new AuditTrace(),
                                (write, happenings) -> log.append(
                                        write,
                                        happenings.stream()
                                                .flatMap(happening -> event(happening, begun))
                                                .toList())))
                .run(actor, work);
    }

    private Stream<Entity<Event>> event(Happening happening, Instant begun) {
        return Optional.of(happening)
                .filter(Written.class::isInstance)
                .map(Written.class::cast)
                .map(written -> event(written, begun))
                .stream();
    }

    private Entity<Event> event(Written<?> written, Instant begun) {
        var what = written.before().isEmpty() ? "created" : written.after().isEmpty() ? "deleted" : "updated";
        var event = Event.of(written.resource().name() + "." + what, written.before(), written.after(), actor, begun);
        var uuid = BulkRecords.uuid(begun.toEpochMilli(), random.nextLong() >>> 2);
        return new Entity<>(uuid, event.value(), begun, begun, 1);
    }
}
