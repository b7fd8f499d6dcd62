package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.facts.RuleVersion;

/**
 * A payment of a deal that was made before.
 *
 * @param place where it belongs
 * @param rule gives the rate; the version of an override where the deal overrode its rule
 * @param value negative of an adjustment that takes back
 * @param adjusts the payment that it takes back
 * @param granted of the allowance of a rule with a limit, in its measure; 0 without one
 * @param isReleased whether it was cancelled by a calculation, so that a later one may make it again
 */
public record StandingPayment(
        UUID uuid,
        Place place,
        RuleVersion rule,
        Category category,
        BigDecimal value,
        Status status,
        LocalDate accruedOn,
        @Nullable UUID adjusts,
        boolean isReleased,
        BigDecimal granted) {

    /** What a payment is for. */
    public enum Category {
        COMMISSION,
        ADJUSTMENT
    }

    /** The states of a payment: pending and approved ones may still change; the others, but for cancelled, are locked. */
    public enum Status {
        PENDING,
        APPROVED,
        PROCESSING,
        COMPLETED,
        FAILED,
        CANCELLED
    }

    boolean isOpen() {
        return status == Status.PENDING || status == Status.APPROVED;
    }

    boolean isCancelled() {
        return status == Status.CANCELLED;
    }

    public boolean isLocked() {
        return !isOpen() && !isCancelled();
    }
}
