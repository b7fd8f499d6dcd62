package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.pricing.PaymentDates;

/**
 * A payment to make.
 *
 * @param place where it belongs
 * @param ruleUuid null where the deal overrides its rule
 * @param version of the rule, or of the override
 * @param adjusts the payment that it takes back
 * @param why sentences that a partner can read
 */
public record NewPayment(
        Place place,
        @Nullable UUID ruleUuid,
        int version,
        StandingPayment.Category category,
        BigDecimal value,
        PaymentDates dates,
        @Nullable UUID adjusts,
        List<String> why) {}
