package waggle.model.deals;

import java.math.BigDecimal;
import java.util.Optional;
import waggle.model.commissions.Amount;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.engine.Assignment;
import waggle.model.commissions.engine.CommissionState;
import waggle.model.commissions.engine.Inputs;

/** The terms under which a deal is paid. */
final class CommissionTerms {
    private final Inputs inputs;
    private final CommissionState state;

    CommissionTerms(Inputs inputs, CommissionState state) {
        this.inputs = inputs;
        this.state = state;
    }

    /** The rule of the deal: that of its partner, or else that of a person. */
    Optional<Assignment> main() {
        return state.in(Assignment.PARTNER).or(() -> state.in("individual"));
    }

    /** The percentage, if the rule of the deal pays one percentage and nothing else. */
    Optional<BigDecimal> percentage() {
        return main().map(assignment -> inputs.terms(state, assignment))
                .map(CommissionRule::entries)
                .filter(entries -> entries.size() == 1)
                .map(entries -> entries.getFirst().calculation())
                .filter(calculation -> calculation.option() == Amount.Option.PERCENTAGE
                        && calculation.periodRates().isEmpty())
                .map(Amount::value);
    }
}
