package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import waggle.model.commissions.Amount;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.facts.Allowance;
import waggle.model.commissions.facts.DealFacts;
import waggle.model.commissions.facts.VersionedRule;
import waggle.model.commissions.pricing.Sales;

/**
 * Everything that a calculation depends on.
 *
 * @param today in the zone of the deal
 * @param zone of the deal if it was won before, of the company otherwise
 * @param rules the rules as they are today
 * @param versions finds a version of a rule
 * @param sales the partner's deals under a rule that has a volume
 * @param used what payments were granted of an allowance, those of other deals too
 * @param standing every payment that was made for the deal by a calculation, cancelled ones too
 */
public record Inputs(
        CommissionState state,
        DealFacts deal,
        LocalDate today,
        ZoneId zone,
        List<VersionedRule> rules,
        Versions versions,
        Function<Assignment, Sales> sales,
        Function<Allowance, BigDecimal> used,
        List<StandingPayment> standing) {

    /** Finds a version of a rule. */
    @FunctionalInterface
    public interface Versions {
        VersionedRule get(UUID rule, int version);
    }

    /** The terms of an assignment: of its rule in the version that the deal has, or of the override. */
    public CommissionRule terms(CommissionState of, Assignment assignment) {
        if (assignment.ruleUuid() == null) {
            return Objects.requireNonNull(of.override());
        }
        return versions.get(assignment.ruleUuid(), assignment.version()).rule();
    }

    /** The percentage, if the rule of the deal pays one percentage and nothing else. */
    public Optional<BigDecimal> percentage(CommissionState of) {
        return of.main()
                .map(assignment -> terms(of, assignment).entries())
                .filter(entries -> entries.size() == 1)
                .map(entries -> entries.getFirst().calculation())
                .filter(calculation -> calculation.option() == Amount.Option.PERCENTAGE
                        && calculation.periodRates().isEmpty())
                .map(Amount::value);
    }
}
