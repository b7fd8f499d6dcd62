package waggle.model.crm.merge;

/**
 * The outcome of the merge of one field.
 *
 * @param act what is to be done
 * @param rule the rule that decided, for the log
 */
public record Choice(Act act, Because rule) {

    /** What a merge does with a field. */
    public enum Act {
        /** Nothing. The values become the agreed ones. */
        AGREE,
        /** Nothing, and the agreed values stay as they are. */
        KEEP,
        /** Waggle's value is written to the CRM. */
        TO_CRM,
        /** The CRM's value is written to Waggle. */
        TO_WAGGLE,
        /** A person decides. The agreed values stay as they are. */
        ASK
    }

    /** The rules that decide. */
    public enum Because {
        SAME_VALUE,
        NO_CHANGE,
        CHANGED_IN_WAGGLE,
        CHANGED_IN_CRM,
        BLANK_FILLED,
        CRM_WINS,
        WAGGLE_WINS,
        LATEST_WINS,
        DIRECTION,
        BLANK_ONLY,
        NO_MAPPED_VALUE,
        UNDECIDED,
        CREATED
    }
}
