package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.facts.Grant;
import waggle.model.commissions.facts.RuleVersion;

/**
 * What must happen so that what stands is what is owed. Nothing locked changes.
 *
 * @param made payments to make
 * @param repriced open payments that get another value, or whose value another rule gives
 * @param cancelled open or failed payments to cancel
 */
public record Plan(List<NewPayment> made, List<Repriced> repriced, List<UUID> cancelled) {

    /**
     * A payment with another value.
     *
     * @param rule gives the rate
     * @param grant of the allowance of a rule with a limit
     */
    public record Repriced(
            UUID payment,
            RuleVersion rule,
            BigDecimal value,
            @Nullable Grant grant,
            List<String> why) {}

    /** The first changes, in the order cancelled, repriced, made. */
    public Plan first(int most) {
        var cancels = cancelled.subList(0, Math.min(most, cancelled.size()));
        var reprices = repriced.subList(0, Math.min(most - cancels.size(), repriced.size()));
        return new Plan(
                made.subList(0, Math.min(most - cancels.size() - reprices.size(), made.size())), reprices, cancels);
    }

    /** What the changes take of allowances. */
    public List<Grant> grants() {
        return Stream.concat(
                        made.stream().map(NewPayment::grant), repriced.stream().map(Repriced::grant))
                .filter(Objects::nonNull)
                .filter(grant -> grant.more().signum() > 0)
                .toList();
    }

    public int size() {
        return made.size() + repriced.size() + cancelled.size();
    }
}
