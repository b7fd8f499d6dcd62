package waggle.model.status;

import java.time.Duration;
import java.time.Instant;

/**
 * A heartbeat as a reader of the table's stream saw it.
 *
 * @param beat the time of the heartbeat
 * @param seen the time at which the reader got it
 */
public record Echo(Instant beat, Instant seen) {
    /** The time that the heartbeat took from its sender through the table and the stream to the reader. */
    public Duration lag() {
        return Duration.between(beat, seen);
    }
}
