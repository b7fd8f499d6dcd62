package waggle.model.commissions.facts;

import java.math.BigDecimal;

/**
 * What a payment has of an allowance. It keeps it, so that a part that becomes free is not handed out to other payments.
 *
 * @param total in the measure of the limit, with what earlier payments in the same place had
 * @param more what this calculation takes of the allowance
 */
public record Grant(Allowance of, BigDecimal total, BigDecimal more) {}
