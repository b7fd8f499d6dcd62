package waggle.model.deals;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;

/**
 * The place of a payment in the calculation of its deal. No two payments for a deal have the same.
 *
 * @param slot the rule, the entry, the occurrence and the recipient of the payment, up to 300 characters
 * @param generation 1 for the first payment of the place, and one more each time that it is paid again
 */
@Introspected
public record PaymentOrigin(
        @Size(max = PaymentOrigin.LONGEST_SLOT) String slot, int generation) {
    static final int LONGEST_SLOT = 300;
}
