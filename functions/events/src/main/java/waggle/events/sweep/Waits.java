package waggle.events.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long due work waits at the beginning of a sweep.
 *
 * @param oldestDelivery the time from which the oldest delivery is due among those of endpoints that get no attempts; empty if
 *     there is none. A slow receiver delays only its own deliveries, and gets attempts
 * @param connections the connections to CRMs that are due
 * @param lateConnections those that have been due for long
 */
public record Waits(Optional<Instant> oldestDelivery, int connections, int lateConnections) {
    /** A connection stays due while its first synchronisation runs. */
    static final Duration LATE_CONNECTION = Duration.ofMinutes(30);

    /** Nothing is due. */
    public static final Waits NOTHING = new Waits(Optional.empty(), 0, 0);

    /** Whether at least half of the due connections are late. A connection that fails alone is its company's matter. */
    public boolean areMostConnectionsLate() {
        return lateConnections > 0 && lateConnections * 2 >= connections;
    }
}
