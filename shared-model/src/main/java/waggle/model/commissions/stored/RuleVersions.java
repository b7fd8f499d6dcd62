package waggle.model.commissions.stored;

import java.util.List;
import java.util.UUID;
import waggle.model.WaggleException;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.KeptVersions;
import waggle.model.commissions.facts.VersionedRule;
import waggle.model.declaration.Records;
import waggle.model.declaration.Write;

/** The versions of rules, as deals closed under them. */
public final class RuleVersions {
    private RuleVersions() {}

    /**
     * The version of a rule.
     *
     * @throws WaggleException {@link waggle.model.ErrorCode#CONFLICT} if the rule is deleted
     */
    public static VersionedRule get(Records records, UUID uuid, int version) {
        return KeptVersions.get(records, uuid, version)
                .map(kept -> new VersionedRule(uuid, version, kept.createdAt(), kept.rule()))
                .orElseThrow(() -> WaggleException.conflict("The commission rule %s is deleted".formatted(uuid)));
    }

    /** The rules of the company as they are now. */
    public static List<VersionedRule> current(Write write) {
        return write.all(CommissionRule.RESOURCE).stream()
                .map(rule ->
                        new VersionedRule(rule.uuid(), Math.toIntExact(rule.version()), rule.createdAt(), rule.value()))
                .toList();
    }
}
