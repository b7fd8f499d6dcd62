package waggle.model.crm.merge;

/** The two sides of a link. */
public enum Side {
    WAGGLE,
    CRM
}
