package waggle.model.status;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last heartbeat, and what is known after it. Minutes are counted from the epoch.
 *
 * @param first the minute of the first heartbeat of all; there are no data before it
 * @param minute the minute that it measured
 * @param at its time
 */
public record Beat(long first, long minute, Instant at, Map<Component, Condition> conditions) {
    /** A heartbeat that follows another one sooner measures nothing new. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    /**
     * Schedules are late by some seconds now and then. With this distance, two heartbeats of neighbouring minutes may lie
     * in minutes that are not neighbours.
     */
    private static final Duration SLACK = Duration.ofSeconds(90);

    /** After this time without a heartbeat, the measurements are not current. */
    private static final Duration CURRENT = Duration.ofMinutes(3);

    private static final int SECONDS = 60;

    static Beat first(Instant now, Map<Component, String> faults) {
        return new Beat(minuteOf(now), minuteOf(now), now, Map.of()).at(minuteOf(now), now, faults);
    }

    /** The heartbeat after this one. */
    Beat next(Instant now, Map<Component, String> faults) {
        var next = minuteOf(now);
        var isLate = next == minute + 2 && Duration.between(at, now).compareTo(SLACK) <= 0;
        return at(isLate ? minute + 1 : Math.max(minute, next), now, faults);
    }

    private Beat at(long measured, Instant now, Map<Component, String> faults) {
        var after = new EnumMap<Component, Condition>(Component.class);
        for (var component : Component.values()) {
            after.put(component, condition(component).after(now, Optional.ofNullable(faults.get(component))));
        }
        return new Beat(first, measured, now, after);
    }

    /** The condition of a component; a good one if it was not measured yet. */
    public Condition condition(Component component) {
        return Optional.ofNullable(conditions.get(component)).orElseGet(() -> Condition.good(at));
    }

    boolean isJustBefore(Instant now) {
        return Duration.between(at, now).compareTo(PAUSE) < 0;
    }

    /** Whether the heartbeat is so young that it tells the state of now. */
    public boolean isCurrent(Instant now) {
        return Duration.between(at, now).compareTo(CURRENT) <= 0;
    }

    /** The end of the minutes that can be measured by now, which is not included. */
    long end(Instant now) {
        return isCurrent(now) ? minute + 1 : minuteOf(now);
    }

    static long minuteOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }
}
