package waggle.events.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.events.sweep.Waits;
import waggle.model.WaggleException;
import waggle.model.status.Beat;
import waggle.model.status.Component;
import waggle.model.status.StatusWrites;

/** Writes a heartbeat with what it measures: the front door, late work, and the way of the heartbeat before. */
public final class Heart {
    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);

    /** Retries are due within the minute, and a receiver may take 15 seconds for each of several. */
    private static final Duration LATE_DELIVERY = Duration.ofMinutes(10);

    /** An event reaches the readers of the stream within a second or two. */
    private static final Duration LATE_ECHO = Duration.ofMinutes(1);

    private final StatusWrites status;
    private final FrontDoor door;
    private final Clock clock;

    public Heart(StatusWrites status, FrontDoor door, Clock clock) {
        this.status = status;
        this.door = door;
        this.clock = clock;
    }

    /** A failure is logged only, and shows as a minute that was not measured: work that is due must go on. */
    public void beat(Waits waits) {
        try {
            var last = status.last();
            if (StatusWrites.isDue(last, clock.instant())) {
                measure(waits, last);
            }
        } catch (SdkException | WaggleException e) {
            LOG.error("The heartbeat was not written", e);
        }
    }

    private void measure(Waits waits, Optional<Beat> last) {
        var faults = new EnumMap<Component, String>(Component.class);
        door.fault().ifPresent(fault -> faults.put(Component.API, fault));
        var now = clock.instant();
        late(Echoes.RELAY, last)
                .or(() -> lateDelivery(waits, now))
                .ifPresent(fault -> faults.put(Component.WEBHOOKS, fault));
        late(Echoes.LIVE_RELAY, last).ifPresent(fault -> faults.put(Component.LIVE, fault));
        if (waits.areMostConnectionsLate()) {
            faults.put(Component.CRM, "Connections that are due wait for more than half an hour");
        }
        status.beat(now, Map.copyOf(faults));
    }

    private static Optional<String> lateDelivery(Waits waits, Instant now) {
        return waits.oldestDelivery()
                .map(oldest -> Duration.between(oldest, now))
                .filter(wait -> wait.compareTo(LATE_DELIVERY) > 0)
                .map(wait -> "The oldest due delivery waits %d minutes".formatted(wait.toMinutes()));
    }

    /** The heartbeat before must have come through the stream. */
    private Optional<String> late(String reader, Optional<Beat> last) {
        return last.filter(beat -> status.echo(reader)
                        .filter(echo ->
                                !echo.beat().isBefore(beat.at()) && echo.lag().compareTo(LATE_ECHO) <= 0)
                        .isEmpty())
                .map(beat -> "Events take more than a minute to be passed on");
    }
}
