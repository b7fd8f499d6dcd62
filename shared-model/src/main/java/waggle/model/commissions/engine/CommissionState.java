package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.CommissionRule;

/**
 * What must be remembered of a deal so that its commissions can be calculated again at any time.
 *
 * @param closedOn the day on which the deal was won; null while it is not won
 * @param zone the time zone of its days, a name of the IANA time zone database, fixed when the deal is won first
 * @param decided the partners for which rules were chosen at this closing
 * @param assignments the rules that the deal has
 * @param reported bases that were reported, by {@code entry/occurrence}
 * @param overrides how many overrides the deal has had
 * @param override what the deal pays instead of its rule; null if it has none
 * @param replaced the rule in whose place the override is; null if the deal had none
 */
public record CommissionState(
        @Nullable LocalDate closedOn,
        @Nullable String zone,
        List<String> decided,
        List<Assignment> assignments,
        Map<String, BigDecimal> reported,
        int overrides,
        @Nullable CommissionRule override,
        @Nullable Assignment replaced) {
    /** The state of a deal that was never looked at. */
    public static final CommissionState NEW =
            new CommissionState(null, null, List.of(), List.of(), Map.of(), 0, null, null);

    public CommissionState {
        decided = Objects.requireNonNullElse(decided, List.of());
        assignments = Objects.requireNonNullElse(assignments, List.of());
        reported = Objects.requireNonNullElse(reported, Map.of());
    }

    /** The key of an occurrence in {@code reported}. */
    public static String place(int entry, int occurrence) {
        return entry + "/" + occurrence;
    }

    /** With terms of the deal's own, in the place of the rule of its partner. */
    public CommissionState overridden(CommissionRule terms) {
        return new CommissionState(closedOn, zone, decided, assignments, reported, overrides + 1, terms, replaced);
    }

    /** Without terms of its own: with the rule that it had before. */
    public CommissionState returned() {
        return new CommissionState(closedOn, zone, decided, assignments, reported, overrides, null, replaced);
    }

    /** With the base of an occurrence. */
    public CommissionState reported(String place, BigDecimal base) {
        var more = new TreeMap<>(reported);
        more.put(place, base);
        return new CommissionState(closedOn, zone, decided, assignments, more, overrides, override, replaced);
    }

    /** The rule that a deal has for its partner, or else for a person. */
    public Optional<Assignment> main() {
        return in(Assignment.PARTNER).or(() -> in(Assignment.INDIVIDUAL));
    }

    /** After all payments were made of entries that ended. */
    CommissionState settled() {
        return with(assignments.stream().map(Assignment::settled).toList());
    }

    CommissionState with(List<Assignment> changed) {
        return new CommissionState(closedOn, zone, decided, changed, reported, overrides, override, replaced);
    }

    /** The rule that the deal has in a slot. */
    public Optional<Assignment> in(String slot) {
        return assignments.stream().filter(each -> each.slot().equals(slot)).findFirst();
    }
}
