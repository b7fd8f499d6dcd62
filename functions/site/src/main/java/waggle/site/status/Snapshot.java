package waggle.site.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.model.status.Beat;
import waggle.model.status.Component;
import waggle.model.status.History;
import waggle.model.status.Incident;

/**
 * The status as it is known at a time.
 *
 * @param checkedAt the time
 * @param isReachable whether the table replied
 * @param beat the last heartbeat that is known; null before the first
 * @param history null as long as the table has never replied
 * @param incidents the newest first
 */
public record Snapshot(
        Instant checkedAt,
        boolean isReachable,
        @Nullable Beat beat,
        @Nullable History history,
        List<Incident> incidents) {
    static final Snapshot EMPTY = new Snapshot(Instant.MIN, false, null, null, List.of());

    /** The state of a component or of the whole. */
    public enum State {
        OK,
        DEGRADED,
        UNAVAILABLE
    }

    /**
     * The state of a component.
     *
     * @param since null if the component works, or the beginning is not known
     * @param message null if the component works
     */
    public record Condition(
            State state, @Nullable Instant since, @Nullable String message) {
        static final Condition OK = new Condition(State.OK, null, null);
    }

    /** That this reply is made shows that the API works, unless the table cannot be reached. */
    public Condition of(Component component) {
        if (component == Component.API && !isReachable) {
            return new Condition(State.UNAVAILABLE, null, "The table cannot be reached");
        }
        if (beat == null) {
            return Condition.OK;
        }
        if (component != Component.API && !beat.isCurrent(checkedAt)) {
            return new Condition(State.DEGRADED, beat.at(), "It is not measured");
        }
        var condition = beat.condition(component);
        return condition.isOpen()
                ? new Condition(State.DEGRADED, condition.openSince(), condition.message())
                : Condition.OK;
    }

    /** The worst state: unavailable only if the table cannot be reached. */
    public State state() {
        if (!isReachable) {
            return State.UNAVAILABLE;
        }
        for (var component : Component.values()) {
            if (of(component).state() != State.OK) {
                return State.DEGRADED;
            }
        }
        return State.OK;
    }
}
