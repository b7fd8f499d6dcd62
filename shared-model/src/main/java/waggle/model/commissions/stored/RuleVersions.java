package waggle.model.commissions.stored;

import java.util.UUID;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.engine.VersionedRule;
import waggle.model.declaration.Records;

/** stub */
public final class RuleVersions {
    private RuleVersions() {}

    public static VersionedRule get(Records records, UUID uuid, int version) {
        var rule = records.get(CommissionRule.RESOURCE, uuid);
        return new VersionedRule(uuid, version, rule.createdAt(), rule.value());
    }
}
