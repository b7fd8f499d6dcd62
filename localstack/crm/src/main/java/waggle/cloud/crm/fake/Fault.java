package waggle.cloud.crm.fake;

/** A fault that the next call meets. Each provider replies in its own form. */
public enum Fault {
    /** The call is made, and its reply is lost. */
    REPLY_LOST,
    /** The server fails before the call is made. */
    SERVER_ERROR,
    /** The limit of a few seconds is reached. */
    BURST_LIMIT,
    /** The limit of the day is reached. */
    DAILY_LIMIT,
    /** The record is locked. */
    LOCKED,
    /** The credentials lack a right. */
    MISSING_SCOPE,
    /** The access token is no longer valid. */
    TOKEN_EXPIRED,
    /** A proxy before the provider refuses all calls of the account with a page in HTML. */
    BLOCKED
}
