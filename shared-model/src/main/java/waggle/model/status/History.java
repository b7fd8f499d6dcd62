package waggle.model.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The measurements of the last days. A minute without a heartbeat counts as failed; there are no data before the first. */
public final class History {
    /** The most days that are told. */
    public static final int MOST_DAYS = 90;

    private final Map<LocalDate, Day> days;
    private final @Nullable Beat last;

    /** @param last the last heartbeat; null before the first */
    public History(List<Day> days, @Nullable Beat last) {
        this.days = days.stream().collect(Collectors.toMap(Day::date, Function.identity()));
        this.last = last;
    }

    /** The last whole minutes before a time, up to the last that can be measured. */
    public Share of(Component component, Instant now, long minutes) {
        if (last == null) {
            return new Share(0, 0, 0);
        }
        var end = last.end(now);
        return between(component, end - minutes, end, last);
    }

    /**
     * The days up to the day of a time, the oldest first.
     *
     * @param number 1 to {@value #MOST_DAYS}
     */
    public List<Told> days(Component component, Instant now, int number) {
        var today = today(now);
        var told = new ArrayList<Told>();
        for (var back = number - 1; back >= 0; back--) {
            var date = today.minusDays(back);
            told.add(new Told(date, of(component, date, now)));
        }
        return told;
    }

    /** A day in UTC. */
    public record Told(LocalDate date, Share share) {}

    /** The day of a time in UTC. */
    public static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private Share of(Component component, LocalDate date, Instant now) {
        var day = day(date);
        return Optional.ofNullable(last)
                .map(beat -> between(
                        component,
                        day.firstMinute(),
                        Math.min(day.firstMinute() + Minutes.OF_A_DAY, beat.end(now)),
                        beat))
                .orElseGet(() -> new Share(0, 0, 0));
    }

    private Share between(Component component, long from, long to, Beat beat) {
        var begin = Math.max(from, beat.first());
        var sum = new Share(0, 0, 0);
        while (begin < to) {
            var day = day(LocalDate.ofEpochDay(Math.floorDiv(begin, Minutes.OF_A_DAY)));
            var end = Math.min(to, day.firstMinute() + Minutes.OF_A_DAY);
            sum = sum.plus(share(day, component, (int) (begin - day.firstMinute()), (int) (end - day.firstMinute())));
            begin = end;
        }
        return sum;
    }

    private static Share share(Day day, Component component, int from, int to) {
        var measured = day.measured().count(from, to);
        return new Share(
                to - from,
                measured,
                to - from - measured + day.failed(component).count(from, to));
    }

    private Day day(LocalDate date) {
        return Optional.ofNullable(days.get(date)).orElseGet(() -> Day.empty(date));
    }
}
