package waggle.model.commissions.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.facts.RuleVersion;

/**
 * The rule that a deal has in one slot, and what happened to its entries.
 *
 * @param slot {@code partner}, {@code individual} or {@code bonus} with the rule, followed by the partner where each one has
 *     its own
 * @param ruleUuid null where the deal overrides its rule
 * @param version of the rule, or of the override
 * @param partner for whose deals the rule was chosen
 * @param why the rule was chosen
 * @param rates the rules that gave the rates, each from a day of accrual on, where a rate is looked up on that day; the
 *     oldest first
 * @param ratedUntil the last day of accrual whose rate was looked up
 */
public record Assignment(
        String slot,
        @Nullable UUID ruleUuid,
        int version,
        UUID partner,
        String why,
        List<EntryState> entries,
        List<Rate> rates,
        @Nullable LocalDate ratedUntil) {
    /** The slot of the sourcing partner's commission, which a deal can override. */
    public static final String PARTNER = "partner";

    /** The slot of the person who is paid for the sourcing partner's deals. */
    public static final String INDIVIDUAL = "individual";

    /**
     * The rule that gives the rates of a slot from a day of accrual on.
     *
     * @param rule null where no rule fits
     */
    public record Rate(LocalDate from, @Nullable RuleVersion rule) {}

    public Assignment {
        rates = Objects.requireNonNullElse(rates, List.of());
    }

    static Assignment of(String slot, RuleVersion rule, UUID partner, String why, List<EntryState> entries) {
        return new Assignment(slot, rule.rule(), rule.version(), partner, why, entries, List.of(), null);
    }

    Assignment with(List<EntryState> changed) {
        return new Assignment(slot, ruleUuid, version, partner, why, changed, rates, ratedUntil);
    }

    Assignment rated(List<Rate> looked, LocalDate until) {
        return new Assignment(slot, ruleUuid, version, partner, why, entries, looked, until);
    }

    /** The rule, and those that gave rates. */
    public Stream<@Nullable UUID> rules() {
        return Stream.concat(Stream.of(rule()), rates.stream().map(Rate::rule).filter(Objects::nonNull))
                .map(RuleVersion::rule);
    }

    /** The rule, in the version that the deal has. */
    public RuleVersion rule() {
        return new RuleVersion(ruleUuid, version);
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

    /** After all payments were made of entries that ended. */
    Assignment settled() {
        return with(entries.stream().map(EntryState::settled).toList());
    }

    /** The entries for terms with another number of them. */
    List<EntryState> resized(int number) {
        return IntStream.range(0, number).mapToObj(this::entry).toList();
    }
}
