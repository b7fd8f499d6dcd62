package waggle.model.commissions;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The part of a partner in the commission of a deal.
 *
 * @param percent above 0 and up to 100, with up to 4 decimals; the percentages of a deal are 100 together
 */
@Introspected
public record CommissionShare(
        @NotNull UUID partnerUuid,

        @NotNull
        @DecimalMin(value = "0", inclusive = false, message = CommissionShare.EXPECTED)
        @DecimalMax(value = "100", message = CommissionShare.EXPECTED)
        @Digits(integer = 3, fraction = 4, message = CommissionShare.EXPECTED)
        BigDecimal percent) {
    /** The most shares of a deal. */
    public static final int MOST = 10;

    static final String EXPECTED = "must be a percentage above 0 and up to 100 like 33.3333";
}
