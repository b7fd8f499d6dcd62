package waggle.model.commissions;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * One thing that a rule pays.
 *
 * @param trigger when it is owed
 * @param calculation how much is owed, and how often
 */
@Introspected
public record RuleEntry(
        @NotNull @Valid Trigger trigger, @NotNull @Valid Calculation calculation) {
    /** The most entries of a rule. */
    public static final int MOST = 10;
}
