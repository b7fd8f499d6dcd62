package waggle.model.status;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The measurements of one day in UTC.
 *
 * @param measured the minutes with a heartbeat
 * @param failed those of them in which a component failed
 */
public record Day(LocalDate date, Minutes measured, Map<Component, Minutes> failed) {

    static Day empty(LocalDate date) {
        return new Day(date, Minutes.NONE, Map.of());
    }

    /** The day with the measurement of one minute. */
    Day with(int minute, Set<Component> failing) {
        var more = new EnumMap<Component, Minutes>(Component.class);
        more.putAll(failed);
        failing.forEach(component -> more.put(component, failed(component).with(minute)));
        return new Day(date, measured.with(minute), more);
    }

    Minutes failed(Component component) {
        return failed.getOrDefault(component, Minutes.NONE);
    }

    /** The number of the first minute, counted from the epoch. */
    long firstMinute() {
        return date.toEpochDay() * Minutes.OF_A_DAY;
    }
}
