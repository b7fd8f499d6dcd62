package waggle.model.commissions;

import java.util.Map;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Records;
import waggle.model.declaration.Rule;
import waggle.model.stages.Stage;

/** The stages in the triggers of a rule are of kind deal, and stay as long as the rule names them. */
final class TriggerStages implements Rule<CommissionRule> {

    @Override
    public void contribute(Records records, CommissionRule rule, Contributions contributions) {
        for (var i = 0; i < rule.entries().size(); i++) {
            var stage = rule.entries().get(i).trigger().stageUuid();
            if (stage != null) {
                var field = "entries[%d].trigger.stage_uuid".formatted(i);
                contributions.refer(Stage.RESOURCE, stage, field, true, Map.of("kind", "deal"));
            }
        }
    }
}
