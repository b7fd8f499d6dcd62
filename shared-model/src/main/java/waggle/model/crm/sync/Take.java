package waggle.model.crm.sync;

import waggle.model.crm.merge.Side;

/** The decision of a person about a link in conflict. */
public sealed interface Take {
    /** The values of one side, or its deletion. */
    record Of(Side side) implements Take {}

    /**
     * One of several records that match.
     *
     * @param id the provider's identifier, or the uuid of a record of Waggle
     */
    record Candidate(String id) implements Take {}

    /** A new record, on the side that lacks one. */
    record New() implements Take {}
}
