package waggle.site.status;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.model.status.Beat;
import waggle.model.status.Component;
import waggle.model.status.Condition;
import waggle.model.status.History;

/**
 * The last status that was read. Anyone may ask for it, so the heartbeat is read at most every five seconds, and the history
 * at most every minute and when an incident begins or ends. It survives the loss of the table.
 */
public final class Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private static final Duration VALID = Duration.ofSeconds(5);
    private static final Duration HISTORY_VALID = Duration.ofMinutes(1);

    private final StatusSource source;
    private final InstantSource clock;
    private Snapshot last = Snapshot.EMPTY;
    private Instant readAt = Instant.MIN;

    public Memory(StatusSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The status of now, at most five seconds old. */
    public synchronized Snapshot now() {
        var now = clock.instant();
        if (last.checkedAt().isBefore(now.minus(VALID))) {
            last = read(now);
        }
        return last;
    }

    private Snapshot read(Instant now) {
        try {
            var beat = source.beat().orElse(null);
            return readAt.isBefore(now.minus(HISTORY_VALID)) || !open(beat).equals(open(last.beat()))
                    ? whole(now, beat)
                    : new Snapshot(now, true, beat, last.history(), last.incidents());
        } catch (SdkException e) {
            LOG.error("The table cannot be reached", e);
            return new Snapshot(now, false, last.beat(), last.history(), last.incidents());
        }
    }

    /** The last 90 times 24 hours touch 91 days. */
    private Snapshot whole(Instant now, @Nullable Beat beat) {
        var from = History.today(now).minusDays(History.MOST_DAYS);
        var history = new History(source.days(from), beat);
        var incidents = source.incidents(now.minus(Duration.ofDays(History.MOST_DAYS)));
        readAt = now;
        return new Snapshot(now, true, beat, history, incidents);
    }

    private static List<Optional<Instant>> open(@Nullable Beat beat) {
        return Stream.of(Component.values())
                .map(component -> Optional.ofNullable(beat)
                        .map(known -> known.condition(component))
                        .map(Condition::openSince))
                .toList();
    }
}
