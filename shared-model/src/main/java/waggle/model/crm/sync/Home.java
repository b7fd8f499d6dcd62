package waggle.model.crm.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.port.RemoteRecord;

/** Waggle's side: reads of its records and of the links of one connection. All reads are consistent. */
public interface Home {
    Optional<Link> linkOf(UUID record);

    Optional<Link> linkOf(String remoteId);

    /** Reads a record of the mapped resource; empty if it does not exist. */
    Optional<LocalRecord> read(UUID record);

    /** The records with a value in a field, up to ten. */
    List<UUID> match(String field, String value);

    /** Whether a record without a link may get one. */
    default boolean includes(UUID record) {
        return true;
    }

    /** Whether a record with these values can be created now; a record waits for the link of its parent. */
    default boolean canCreate(Map<String, String> values) {
        return true;
    }

    /** Whether an identifier of the CRM, or the mark of its record, belongs to a record of another resource. */
    default boolean isOfOtherResource(RemoteRecord remote) {
        return false;
    }

    /** The record of the CRM without the values whose counterparts Waggle does not have, as if they were not read. */
    default RemoteRecord understood(RemoteRecord remote) {
        return remote;
    }

    /** What Waggle makes of the values of a new record in a field of its own; {@code ""} if they do not tell. */
    default String derived(String field, Map<String, String> values) {
        return "";
    }

    /** A uuid for a record that a step creates. */
    UUID nextUuid();
}
