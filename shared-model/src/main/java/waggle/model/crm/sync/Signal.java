package waggle.model.crm.sync;

import java.util.UUID;

/** Which record to look at. It tells nothing about the record, so order and repetition of signals do not matter. */
public sealed interface Signal {
    /** A record of Waggle. */
    record OfRecord(UUID uuid) implements Signal {}

    /** A record of the CRM. */
    record OfRemote(String id) implements Signal {}
}
