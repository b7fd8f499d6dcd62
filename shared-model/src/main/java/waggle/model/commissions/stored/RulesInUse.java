package waggle.model.commissions.stored;

import java.util.Map;
import java.util.Objects;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.engine.Assignment;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Records;
import waggle.model.declaration.Rule;

/** A rule that a deal has cannot be deleted, even before there is a payment. */
final class RulesInUse implements Rule<DealCommission> {

    @Override
    public void contribute(Records records, DealCommission commission, Contributions contributions) {
        commission.state().assignments().stream()
                .flatMap(Assignment::rules)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(rule -> contributions.refer(CommissionRule.RESOURCE, rule, "state", true, Map.of()));
    }
}
