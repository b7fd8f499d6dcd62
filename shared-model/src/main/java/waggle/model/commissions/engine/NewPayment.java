package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.facts.Grant;
import waggle.model.commissions.facts.RuleVersion;
import waggle.model.commissions.pricing.PaymentDates;

/**
 * A payment to make.
 *
 * @param place where it belongs
 * @param rule gives the rate; the version of an override where the deal overrides its rule
 * @param adjusts the payment that it takes back
 * @param grant of the allowance of a rule with a limit
 * @param why sentences that a partner can read
 */
public record NewPayment(
        Place place,
        RuleVersion rule,
        StandingPayment.Category category,
        BigDecimal value,
        PaymentDates dates,
        @Nullable UUID adjusts,
        @Nullable Grant grant,
        List<String> why) {}
