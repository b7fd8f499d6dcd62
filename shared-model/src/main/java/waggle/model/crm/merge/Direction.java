package waggle.model.crm.merge;

/** The way that a field's values travel. */
public enum Direction {
    TO_CRM,
    FROM_CRM,
    BOTH;

    boolean reaches(Side side) {
        return this == BOTH || (this == TO_CRM) == (side == Side.CRM);
    }
}
