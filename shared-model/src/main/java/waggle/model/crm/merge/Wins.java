package waggle.model.crm.merge;

/** The rule for a field that changed on both sides to different values. */
public enum Wins {
    CRM,
    WAGGLE,
    /** The side that changed later. Times closer than two seconds decide nothing, since clocks and precisions differ. */
    LATEST,
    /** No side: a value only fills a blank one. */
    BLANK_ONLY
}
