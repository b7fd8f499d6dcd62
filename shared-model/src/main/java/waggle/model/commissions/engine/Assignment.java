package waggle.model.commissions.engine;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rule that a deal has in one slot, and what happened to its entries.
 *
 * @param slot {@code partner}, {@code individual} or {@code bonus} with the rule, followed by the partner where each one has
 *     its own
 * @param ruleUuid null where the deal overrides its rule
 * @param version of the rule, or of the override
 * @param partner for whose deals the rule was chosen
 * @param why the rule was chosen
 */
public record Assignment(
        String slot, @Nullable UUID ruleUuid, int version, UUID partner, String why, List<EntryState> entries) {
    /** The slot of the sourcing partner's commission, which a deal can override. */
    public static final String PARTNER = "partner";

    /** The slot of the person who is paid for the sourcing partner's deals. */
    public static final String INDIVIDUAL = "individual";

    Assignment with(List<EntryState> changed) {
        return new Assignment(slot, ruleUuid, version, partner, why, changed);
    }

    /** The state of an entry, counted from 0; that of a new one where the rule before had fewer. */
    EntryState entry(int index) {
        return index < entries.size() ? entries.get(index) : EntryState.NEW;
    }

    /** Whether anything was triggered that was not taken back. */
    boolean isOwing() {
        return entries.stream().anyMatch(entry -> entry.anchor() != null);
    }

    boolean isActive() {
        return entries.stream().anyMatch(EntryState::isActive);
    }

    /** The entries for terms with another number of them. */
    List<EntryState> resized(int number) {
        return IntStream.range(0, number).mapToObj(this::entry).toList();
    }
}
