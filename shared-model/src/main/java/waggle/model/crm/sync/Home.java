package waggle.model.crm.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import waggle.model.crm.merge.LocalRecord;

/** Waggle's side: reads of its records and of the links of one connection. All reads are consistent. */
public interface Home {
    Optional<Link> linkOf(UUID record);

    Optional<Link> linkOf(String remoteId);

    /** Reads a record of the mapped resource; empty if it does not exist. */
    Optional<LocalRecord> read(UUID record);

    /** The records with a value in a field, up to ten. */
    List<UUID> match(String field, String value);

    /** A uuid for a record that a step creates. */
    UUID nextUuid();
}
