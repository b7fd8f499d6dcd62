package waggle.model.commissions.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.Trigger;
import waggle.model.commissions.facts.RuleVersion;
import waggle.model.commissions.facts.Seller;

/**
 * Brings the state of a deal up to date: which rules it has, and which of their entries are triggered (docs/commissions.md,
 * "The rule of a deal" and "Backing out").
 */
final class Progress {
    private final Inputs in;
    private final CommissionState before;
    private final @Nullable LocalDate closedOn;
    private final Standing standing;
    private @Nullable Assignment replaced;

    Progress(Inputs in) {
        this.in = in;
        this.before = in.state();
        this.closedOn = closedOn();
        this.standing = new Standing(in.standing());
        this.replaced = before.replaced();
    }

    private @Nullable LocalDate closedOn() {
        if (!in.deal().isWon()) {
            return null;
        }
        return before.closedOn() == null
                ? Objects.requireNonNull(in.deal().closedAt()).atZone(in.zone()).toLocalDate()
                : before.closedOn();
    }

    private boolean isClosing() {
        return before.closedOn() == null && closedOn != null;
    }

    CommissionState state() {
        var assigned = assigned();
        var after = new CommissionState(
                closedOn,
                closedOn == null ? before.zone() : in.zone().getId(),
                closedOn == null
                        ? List.of()
                        : in.deal().sellers().stream().map(Progress::key).toList(),
                assigned,
                before.reported(),
                before.overrides(),
                before.override(),
                replaced);
        return after.with(assigned.stream()
                .map(assignment -> stepped(assignment, in.terms(after, assignment)))
                .filter(assignment -> closedOn != null || assignment.isOwing())
                .toList());
    }

    private static String key(Seller seller) {
        return seller.role() + " " + seller.partner();
    }

    private List<Assignment> assigned() {
        var bySlot = new LinkedHashMap<String, Assignment>();
        before.assignments().forEach(assignment -> bySlot.put(assignment.slot(), assignment));
        if (before.override() == null) {
            returnToRule(bySlot);
        }
        if (isChoosing(bySlot)) {
            choose(bySlot);
        }
        if (before.override() != null) {
            override(bySlot, before.override());
        }
        return new ArrayList<>(bySlot.values());
    }

    /** A deal that had a rule before its override has it again, with what happened to its entries meanwhile. */
    private void returnToRule(Map<String, Assignment> bySlot) {
        var own = bySlot.get(Assignment.PARTNER);
        if (own != null && own.ruleUuid() == null) {
            bySlot.remove(Assignment.PARTNER);
            if (replaced != null) {
                bySlot.put(
                        Assignment.PARTNER,
                        replaced.with(own.resized(replaced.entries().size())));
            }
        }
        replaced = null;
    }

    /** Whether a deal whose override ends had no rule before. */
    private boolean isReturning(Map<String, Assignment> bySlot) {
        return before.in(Assignment.PARTNER)
                        .filter(assignment -> assignment.ruleUuid() == null)
                        .isPresent()
                && !bySlot.containsKey(Assignment.PARTNER);
    }

    /** Rules are chosen once per closing; before it, for as long as nothing was triggered. */
    private boolean isChoosing(Map<String, Assignment> bySlot) {
        return closedOn == null
                || isClosing()
                || isReturning(bySlot)
                || in.deal().sellers().stream()
                        .anyMatch(seller -> !before.decided().contains(key(seller)));
    }

    private void choose(Map<String, Assignment> bySlot) {
        var decided = isClosing() || closedOn == null || isReturning(bySlot) ? List.<String>of() : before.decided();
        var undecided = in.deal().sellers().stream()
                .filter(seller -> !decided.contains(key(seller)))
                .map(Seller::partner)
                .toList();
        var chosen = new Choice(in.rules(), in.deal(), closedOn == null ? in.today() : closedOn)
                .all().stream().filter(one -> undecided.contains(one.partner())).toList();
        bySlot.values()
                .removeIf(old -> isFree(old)
                        && (undecided.contains(old.partner()) || isGone(old.partner()))
                        && chosen.stream().noneMatch(one -> one.slot().equals(old.slot())));
        for (var one : chosen) {
            var old = bySlot.get(one.slot());
            if (old == null || (isFree(old) && !isSame(old, one))) {
                bySlot.put(one.slot(), assignment(one));
            }
        }
    }

    private boolean isGone(UUID partner) {
        return in.deal().sellers().stream().noneMatch(seller -> seller.partner().equals(partner));
    }

    private static boolean isSame(Assignment old, Choice.Chosen chosen) {
        return chosen.rule().uuid().equals(old.ruleUuid())
                && chosen.rule().version() == old.version()
                && chosen.partner().equals(old.partner());
    }

    /** Whether another rule may take the place of this one. */
    private boolean isFree(Assignment assignment) {
        if (closedOn != null && !isClosing()) {
            return standing.lockedIn(assignment.slot()).isEmpty();
        }
        return standing.in(assignment.slot()).isEmpty() && (isClosing() || !assignment.isActive());
    }

    private Assignment assignment(Choice.Chosen chosen) {
        return Assignment.of(
                chosen.slot(),
                new RuleVersion(chosen.rule().uuid(), chosen.rule().version()),
                chosen.partner(),
                chosen.why(),
                entries(chosen.slot(), chosen.rule().rule().entries().size()));
    }

    private List<EntryState> entries(String slot, int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> EntryState.after(standing.generation(slot, index + 1)))
                .toList();
    }

    private void override(Map<String, Assignment> bySlot, CommissionRule terms) {
        var old = bySlot.get(Assignment.PARTNER);
        if (old != null && old.ruleUuid() == null && old.version() == before.overrides()) {
            return;
        }
        replaced = old == null || old.ruleUuid() == null ? replaced : old;
        in.deal().sellers().stream().findFirst().ifPresent(seller -> {
            var number = terms.entries().size();
            bySlot.put(
                    Assignment.PARTNER,
                    Assignment.of(
                            Assignment.PARTNER,
                            new RuleVersion(null, before.overrides()),
                            seller.partner(),
                            "The commission was set for this deal, instead of a rule.",
                            old == null ? entries(Assignment.PARTNER, number) : old.resized(number)));
        });
    }

    private Assignment stepped(Assignment assignment, CommissionRule rule) {
        return assignment.with(IntStream.range(0, rule.entries().size())
                .mapToObj(index ->
                        step(assignment.entry(index), rule.entries().get(index).trigger(), rule))
                .toList());
    }

    private EntryState step(EntryState entry, Trigger trigger, CommissionRule rule) {
        var holds = holds(entry, trigger);
        if (entry.isActive()) {
            if (holds) {
                return entry;
            }
            return isLate(rule) ? entry.ended(in.today()) : entry.takenBack();
        }
        return holds
                ? entry.triggered(
                        isClosing() ? Objects.requireNonNull(closedOn) : in.today(),
                        in.deal().isWon())
                : entry;
    }

    private boolean holds(EntryState entry, Trigger trigger) {
        var isField = trigger.customFieldKey() == null || in.deal().isTrue(trigger.customFieldKey());
        return isField && isReached(entry, trigger);
    }

    /**
     * Whether the deal is in the stage, or has gone on from it. A trigger without a stage waits until the deal is won. What
     * a deal owes once it is won, it owes until it is not won any longer; then everything is taken back.
     */
    private boolean isReached(EntryState entry, Trigger trigger) {
        if (trigger.stageUuid() == null) {
            return in.deal().isWon();
        }
        if (in.deal().isIn(trigger.stageUuid())) {
            return true;
        }
        var isBackingOut = before.closedOn() != null && closedOn == null;
        return entry.isActive() && (entry.isOfWonDeal() ? closedOn != null : !isBackingOut);
    }

    private boolean isLate(CommissionRule rule) {
        return rule.clawbackDays() != null
                && before.closedOn() != null
                && in.today().isAfter(before.closedOn().plusDays(rule.clawbackDays()));
    }
}
