package waggle.model.deals;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;

/**
 * The place of a payment in the calculation of its deal, beside entry, part, occurrence and recipient. At most one payment
 * stands in a place.
 *
 * @param slot for what the rule was chosen, up to 200 characters
 * @param generation how many times the trigger of the entry had come to hold
 * @param attempt 1 for the first payment of the place and generation, and one more each time that it is made again
 * @param released whether a calculation cancelled the payment, so that a later one may make it again
 */
@Introspected
public record PaymentOrigin(
        @Size(max = PaymentOrigin.LONGEST_SLOT) String slot, int generation, int attempt, boolean released) {
    static final int LONGEST_SLOT = 200;
}
