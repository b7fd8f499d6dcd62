package waggle.model.commissions.facts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule that is not read yet.
 *
 * @param rule null of terms that were set for the deal
 */
public record RuleVersion(@Nullable UUID rule, int version) {}
