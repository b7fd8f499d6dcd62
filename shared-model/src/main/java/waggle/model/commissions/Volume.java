package waggle.model.commissions;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Amounts by what the partner sold under the rule in a period, this deal included (docs/commissions.md, "Volumes").
 *
 * @param measure what is counted
 * @param period in which it is counted, by the day on which deals close
 * @param apply to which deals a tier applies
 * @param tiers 1 to 20, ascending
 */
@Introspected
public record Volume(
        @NotNull Measure measure,
        @NotNull Span period,
        @NotNull Apply apply,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid VolumeTier> tiers) {
    /** The most by which the days of two time zones, from UTC-12 to UTC+14, differ at one time. */
    private static final int DAYS_OF_ZONES = 2;

    /** What is counted. */
    public enum Measure {
        DEAL_COUNT,
        DEAL_VALUE
    }

    /** The deals to which a tier applies: the deal that reaches it, all deals of the period, or the part above it. */
    public enum Apply {
        NEXT,
        WHOLE,
        MARGINAL
    }

    /** Spans of time in which deals are counted. */
    public enum Span {
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR,
        RULE,
        LIFETIME;

        /** The first day of the span that has a day; one and the same for all days of a span without end. */
        public LocalDate start(LocalDate day) {
            var month = day.withDayOfMonth(1);
            return switch (this) {
                case MONTH -> month;
                case QUARTER -> month.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case HALF_YEAR -> month.withMonth((day.getMonthValue() - 1) / 6 * 6 + 1);
                case YEAR -> month.withMonth(1);
                case RULE, LIFETIME -> LocalDate.EPOCH;
            };
        }
    }

    /**
     * Whether a deal can change what another one is paid. Their days may be those of different time zones.
     *
     * @param closing the day on which the one closes
     * @param other the day on which the other closes
     */
    public boolean concerns(LocalDate closing, LocalDate other) {
        var isLater = !other.plusDays(DAYS_OF_ZONES).isBefore(closing);
        return (apply == Apply.WHOLE || isLater)
                && Stream.of(other.minusDays(DAYS_OF_ZONES), other.plusDays(DAYS_OF_ZONES))
                        .anyMatch(day -> period.start(day).equals(period.start(closing)));
    }
}
