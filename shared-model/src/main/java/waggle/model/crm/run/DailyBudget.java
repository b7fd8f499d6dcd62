package waggle.model.crm.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Details;
import waggle.model.crm.port.CrmFailure.Kind;

/**
 * A share of what an account may spend in a day (in UTC): calls, or the tokens that calls cost. A limit of the provider pauses all calls for the time that it
 * asks for, and a refusal that a person has to clear ends them.
 */
public final class DailyBudget implements CallBudget {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Clock clock;
    private final long limit;
    private LocalDate day;
    private long used;
    private Instant pausedUntil = Instant.MIN;
    private @Nullable CrmFailure stop;

    /**
     * A budget of which nothing is used.
     *
     * @param calls or tokens of the account in a day, at least 1
     * @param percent share of them, 1 to 100
     */
    public DailyBudget(Clock clock, long calls, int percent) {
        this.clock = clock;
        this.limit = Math.max(1, calls * percent / 100);
        this.day = today();
    }

    @Override
    public synchronized void spend(int cost) {
        if (stop != null) {
            throw stop;
        }
        if (!today().equals(day)) {
            day = today();
            used = 0;
        }
        if (used + cost > limit) {
            var midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            throw waiting("The share of %d a day is used".formatted(limit), midnight);
        }
        if (clock.instant().isBefore(pausedUntil)) {
            throw waiting("The CRM asked for a pause", pausedUntil);
        }
        used += cost;
    }

    @Override
    public synchronized void refused(CrmFailure failure) {
        if (failure.kind() == Kind.WAIT) {
            var pause = Objects.requireNonNullElse(failure.details().pause(), PAUSE);
            pausedUntil = clock.instant().plus(pause);
        } else if (failure.kind() == Kind.STOP) {
            stop = failure;
        }
    }

    /** The calls or tokens of this day so far. */
    public synchronized long used() {
        return used;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private CrmFailure waiting(String message, Instant until) {
        var pause = Duration.between(clock.instant(), until);
        return new CrmFailure(Kind.WAIT, message, new Details("", null, null, pause, null));
    }
}
