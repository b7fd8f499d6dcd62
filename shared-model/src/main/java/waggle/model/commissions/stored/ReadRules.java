package waggle.model.commissions.stored;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.facts.RuleVersion;
import waggle.model.commissions.facts.VersionedRule;
import waggle.model.declaration.Write;

/** Versions of rules, each of which is read once. */
public final class ReadRules {
    private final Write write;
    private final Map<RuleVersion, VersionedRule> read = new HashMap<>();

    public ReadRules(Write write) {
        this.write = write;
    }

    /** A version of a rule. */
    public VersionedRule version(UUID rule, int number) {
        return read.computeIfAbsent(new RuleVersion(rule, number), unread -> RuleVersions.get(write, rule, number));
    }

    /** The terms of a version of a rule. */
    public CommissionRule rule(RuleVersion of) {
        return version(Objects.requireNonNull(of.rule()), of.version()).rule();
    }
}
