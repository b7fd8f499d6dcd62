package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment of a deal that was made before.
 *
 * @param place where it belongs
 * @param ruleUuid the rule that made it; null where the deal overrode its rule
 * @param version of the rule, or of the override
 * @param value negative of an adjustment that takes back
 * @param adjusts the payment that it takes back
 * @param isReleased whether it was cancelled by a calculation, so that a later one may make it again
 */
public record StandingPayment(
        UUID uuid,
        Place place,
        @Nullable UUID ruleUuid,
        int version,
        Category category,
        BigDecimal value,
        Status status,
        LocalDate accruedOn,
        @Nullable UUID adjusts,
        boolean isReleased) {

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
