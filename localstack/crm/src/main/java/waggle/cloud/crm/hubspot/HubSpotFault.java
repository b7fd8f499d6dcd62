package waggle.cloud.crm.hubspot;

/** A fault that the next call meets. */
public enum HubSpotFault {
    /** The call is made, and its reply is lost. */
    REPLY_LOST,
    /** The server fails before the call is made. */
    SERVER_ERROR,
    /** The limit of ten seconds is reached. */
    BURST_LIMIT,
    /** The limit of the day is reached. */
    DAILY_LIMIT,
    /** The record is locked. */
    LOCKED,
    /** The credentials lack a scope. */
    MISSING_SCOPE
}
