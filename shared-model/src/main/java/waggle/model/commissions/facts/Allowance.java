package waggle.model.commissions.facts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a rule may still pay one partner in a period, where the rule has a limit (docs/commissions.md, "Limits").
 *
 * @param period the first day of the period; one and the same for all days of a period without end
 */
public record Allowance(UUID rule, UUID partner, LocalDate period) {}
