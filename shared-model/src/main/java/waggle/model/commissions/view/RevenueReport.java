package waggle.model.commissions.view;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.RuleEntry;

/**
 * The base of an occurrence that waits for it.
 *
 * @param baseValue at least 0, below 10^12
 * @param entry of the rule, from 1; the first one whose revenue is reported if absent
 */
@Introspected
public record RevenueReport(
        @NotNull @Min(0) @Digits(integer = 12, fraction = 4, message = "must be an amount like 812.40")
        BigDecimal baseValue,

        @Nullable @Min(1) @Max(RuleEntry.MOST) Integer entry) {}
