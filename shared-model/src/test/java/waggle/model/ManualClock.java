package waggle.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until a test moves it. It starts at a whole millisecond, as the table stores times. */
public final class ManualClock extends Clock {
    private volatile Instant now;

    /** Stands at the present time. */
    public ManualClock() {
        this(Instant.now());
    }

    public ManualClock(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    public void move(Duration duration) {
        now = now.plus(duration);
    }

    public void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
