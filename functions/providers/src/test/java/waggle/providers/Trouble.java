package waggle.providers;

/** What a history has beside edits, lost replies and killed processes. */
enum Trouble {
    /** A workflow of the CRM rewrites phone numbers. */
    AUTOMATION,
    /** Searches of the CRM trail. */
    LAG,
    /** The CRM refuses calls: limits of seconds and of a day, and a block of the account. */
    LIMITS,
    /** An administrator's rule refuses a value. */
    REFUSALS,
    /** Records of Waggle are deleted. */
    DELETIONS
}
