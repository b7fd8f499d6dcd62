package waggle.model.commissions.stored;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import waggle.model.commissions.CommissionRule;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;

/**
 * What the payments of one rule to one partner were granted, where the rule has a limit. Its version decides which of two
 * calculations at the same time is written. The rule stays as long as the record does, which is for ever: payments were made
 * of what it grants, and they stay too.
 *
 * @param ruleUuid the rule
 * @param used by the first day of the period, in the measure of the limit
 */
@Introspected
public record CommissionLimit(UUID ruleUuid, Map<String, BigDecimal> used) {
    public static final Resource<CommissionLimit> RESOURCE = Resource.named(
                    "commission_limit", "commission-limits", CommissionLimit.class, limit -> "limit")
            .reference(new Reference("rule_uuid", () -> CommissionRule.RESOURCE))
            .stores(as -> as.asText("used"))
            .derived()
            .build();

    /** Nothing of a rule yet. */
    public static CommissionLimit of(UUID rule) {
        return new CommissionLimit(rule, Map.of());
    }

    /** What payments were granted in a period that begins on a day. */
    public BigDecimal in(LocalDate period) {
        return used.getOrDefault(period.toString(), BigDecimal.ZERO);
    }

    /** With more in some periods. */
    public CommissionLimit plus(Map<LocalDate, BigDecimal> more) {
        var sum = new TreeMap<>(used);
        more.forEach((period, amount) -> sum.merge(period.toString(), amount, BigDecimal::add));
        return new CommissionLimit(ruleUuid, sum);
    }
}
