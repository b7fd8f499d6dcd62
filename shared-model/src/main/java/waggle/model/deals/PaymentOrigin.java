package waggle.model.deals;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.facts.Grant;

/**
 * The place of a payment in the calculation of its deal, beside entry, part, occurrence and recipient. At most one payment
 * stands in a place.
 *
 * @param slot for what the rule was chosen, up to 200 characters
 * @param generation how many times the trigger of the entry had come to hold
 * @param attempt 1 for the first payment of the place and generation, and one more each time that it is made again
 * @param granted what the payment has of an allowance, where the rule has a limit (docs/commissions.md, "Limits")
 * @param released whether a calculation cancelled the payment, so that a later one may make it again
 */
@Introspected
public record PaymentOrigin(
        @Size(max = PaymentOrigin.LONGEST_SLOT) String slot,
        int generation,
        int attempt,
        boolean released,
        @Nullable BigDecimal granted) {
    static final int LONGEST_SLOT = 200;

    /** The same of a payment that a calculation cancels. */
    PaymentOrigin cancelled() {
        return new PaymentOrigin(slot, generation, attempt, true, granted);
    }

    /** The same with what the payment has of an allowance now. */
    PaymentOrigin with(@Nullable Grant grant) {
        return grant == null ? this : new PaymentOrigin(slot, generation, attempt, released, grant.total());
    }
}
