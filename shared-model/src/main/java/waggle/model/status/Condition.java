package waggle.model.status;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a component after a heartbeat.
 *
 * @param bad whether the last heartbeat found it failing
 * @param streak the heartbeats with the same finding in a row
 * @param turnedAt the time of the first of them
 * @param message the last fault; null without an incident
 * @param openSince the beginning of the incident that is open; null without one
 */
public record Condition(
        boolean bad,
        int streak,
        Instant turnedAt,
        @Nullable String message,
        @Nullable Instant openSince) {
    /** The heartbeats in a row that begin an incident, or end one. */
    static final int TURN = 2;

    static Condition good(Instant now) {
        return new Condition(false, 0, now, null, null);
    }

    /** @param fault a sentence; empty if the component works */
    Condition after(Instant now, Optional<String> fault) {
        var isSame = fault.isPresent() == bad;
        var next = new Condition(
                fault.isPresent(),
                isSame ? Math.min(streak + 1, TURN) : 1,
                isSame ? turnedAt : now,
                fault.orElse(message),
                openSince);
        return next.streak < TURN ? next : next.settled();
    }

    private Condition settled() {
        return new Condition(
                bad, streak, turnedAt, bad ? message : null, bad ? (openSince == null ? turnedAt : openSince) : null);
    }

    /** Whether an incident is open. */
    public boolean isOpen() {
        return openSince != null;
    }
}
