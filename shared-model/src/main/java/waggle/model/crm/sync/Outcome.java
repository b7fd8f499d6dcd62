package waggle.model.crm.sync;

/** The outcome of the synchronisation of one record. */
public enum Outcome {
    /** Both sides agree already, or the record is none of the mapping's. */
    NOTHING,
    WRITTEN,
    PARKED,
    ASKED,
    UNLINKED,
    /** The brake held a deletion. */
    HELD
}
