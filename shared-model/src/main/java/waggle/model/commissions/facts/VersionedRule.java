package waggle.model.commissions.facts;

import java.time.Instant;
import java.util.UUID;
import waggle.model.commissions.CommissionRule;

/**
 * One version of a rule.
 *
 * @param createdAt when the rule was created, whichever version it is
 */
public record VersionedRule(UUID uuid, int version, Instant createdAt, CommissionRule rule) {

    /** The rule in a sentence. */
    public String titled() {
        return "Rule \"%s\", version %d,".formatted(rule.label(), version);
    }
}
