package waggle.model.partners;

/** The kinds of notifications (docs/api.md, "Notifications"), by which users choose those that they want. */
public enum NotificationType {
    /** A note mentions the user. */
    MENTIONED,
    /** The user was assigned to a partner, a lead or a deal. */
    ASSIGNED,
    /** A partner registered a lead. */
    REGISTRATION_SUBMITTED,
    /** The registration of a lead was approved or rejected. */
    REGISTRATION_DECIDED,
    /** The protection of a lead ends soon. */
    REGISTRATION_EXPIRING,
    /** A deal was won. */
    DEAL_WON,
    /** A deal was lost. */
    DEAL_LOST,
    /** A partner or a deal moved to another stage. */
    STAGE_CHANGED,
    /** The day has begun on which a payment is due. */
    PAYMENT_DUE,
    /** A payment was paid. */
    PAYMENT_COMPLETED,
    /** The synchronisation with a CRM needs a person. */
    CRM_ATTENTION
}
