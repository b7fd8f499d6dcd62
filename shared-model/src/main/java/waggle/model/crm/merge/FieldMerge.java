package waggle.model.crm.merge;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.merge.Choice.Act;
import waggle.model.crm.merge.Choice.Because;

/**
 * The three-way merge of one field. A value that equals the one last agreed on is no change, whoever wrote it and whenever, so
 * no clock and no mark of origin is needed to end a loop.
 *
 * @param rule of the field
 * @param waggleAt when Waggle's record last changed
 * @param crmAt when the CRM's record last changed
 */
record FieldMerge(FieldRule rule, Instant waggleAt, Instant crmAt) {
    /** Times that are closer do not tell which change came later: Salesforce and Pipedrive keep whole seconds. */
    private static final Duration TIE = Duration.ofSeconds(2);

    /**
     * Decides.
     *
     * @param base the values last agreed on; null for a first merge
     * @param waggle Waggle's value
     * @param crm the provider's value
     */
    Choice decide(@Nullable Agreed base, String waggle, String crm) {
        var theirs = rule.toWaggle(crm);
        if (theirs.isEmpty()) {
            return base != null && !rule.same(waggle, base.waggle()) && rule.same(crm, base.crm())
                    ? to(Side.CRM, Because.CHANGED_IN_WAGGLE, crm)
                    : new Choice(Act.KEEP, Because.NO_MAPPED_VALUE);
        }
        if (rule.same(waggle, theirs.get()) || isSeveral(waggle, crm)) {
            return new Choice(Act.AGREE, Because.SAME_VALUE);
        }
        if (base == null) {
            return first(waggle, crm);
        }
        var here = !rule.same(waggle, base.waggle());
        var there = !rule.same(crm, base.crm());
        if (here && there) {
            return both(waggle, crm);
        }
        if (here) {
            return to(Side.CRM, Because.CHANGED_IN_WAGGLE, crm);
        }
        return there ? to(Side.WAGGLE, Because.CHANGED_IN_CRM, waggle) : new Choice(Act.KEEP, Because.NO_CHANGE);
    }

    /** Several values of Waggle may have one of the CRM: then each of them agrees with it. */
    private boolean isSeveral(String waggle, String crm) {
        return !rule.values().isEmpty()
                && !waggle.isBlank()
                && rule.toRemote(waggle).filter(crm::equals).isPresent();
    }

    private Choice first(String waggle, String crm) {
        if (crm.isBlank()) {
            return to(Side.CRM, Because.BLANK_FILLED, crm);
        }
        return waggle.isBlank() ? to(Side.WAGGLE, Because.BLANK_FILLED, waggle) : both(waggle, crm);
    }

    private Choice both(String waggle, String crm) {
        return switch (rule.onUpdate()) {
            case TO_CRM -> to(Side.CRM, Because.DIRECTION, crm);
            case FROM_CRM -> to(Side.WAGGLE, Because.DIRECTION, waggle);
            case BOTH -> won(waggle, crm);
        };
    }

    private Choice won(String waggle, String crm) {
        return switch (rule.wins()) {
            case CRM -> to(Side.WAGGLE, Because.CRM_WINS, waggle);
            case WAGGLE -> to(Side.CRM, Because.WAGGLE_WINS, crm);
            case BLANK_ONLY ->
                waggle.isBlank()
                        ? to(Side.WAGGLE, Because.BLANK_FILLED, waggle)
                        : to(Side.CRM, Because.BLANK_FILLED, crm);
            case LATEST -> latest(waggle, crm);
        };
    }

    private Choice latest(String waggle, String crm) {
        if (Duration.between(waggleAt, crmAt).abs().compareTo(TIE) < 0) {
            return new Choice(Act.ASK, Because.UNDECIDED);
        }
        return waggleAt.isAfter(crmAt)
                ? to(Side.CRM, Because.LATEST_WINS, crm)
                : to(Side.WAGGLE, Because.LATEST_WINS, waggle);
    }

    /**
     * Lets a value travel, unless the direction or the rule for blanks forbids it. Then the values are agreed on as they are:
     * the next change of the side that may travel does.
     */
    private Choice to(Side target, Because because, String overwritten) {
        if (!rule.onUpdate().reaches(target)) {
            return new Choice(Act.AGREE, Because.DIRECTION);
        }
        if (rule.wins() == Wins.BLANK_ONLY && !overwritten.isBlank()) {
            return new Choice(Act.AGREE, Because.BLANK_ONLY);
        }
        return new Choice(target == Side.CRM ? Act.TO_CRM : Act.TO_WAGGLE, because);
    }
}
