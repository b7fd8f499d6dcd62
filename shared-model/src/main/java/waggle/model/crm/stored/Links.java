package waggle.model.crm.stored;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.declaration.Records;
import waggle.model.records.Entity;
import waggle.model.store.FirstReads;
import waggle.model.table.ItemKey;

/**
 * Finds the links of one object of one connection by either of their records, consistently.
 *
 * @param object the CRM's name of the object
 */
public record Links(UUID connection, SyncedResource resource, String object) {
    /** The attribute of the item of a unique text. */
    private static final String OWNER = "owner";

    /** The link of a record of Waggle. */
    public Optional<Entity<CrmLink>> of(Records records, UUID record) {
        return find(records, CrmLink.RECORD, CrmLink.keyOf(connection, record))
                .filter(link -> record.equals(link.value().recordUuid()));
    }

    /** The link of a record of the CRM. */
    public Optional<Entity<CrmLink>> of(Records records, String remoteId) {
        return find(records, CrmLink.REMOTE, CrmLink.keyOf(connection, object, remoteId))
                .filter(link -> remoteId.equals(link.value().remoteId()));
    }

    /** Reads the links of records of the CRM together. */
    void readAheadOfRemote(FirstReads records, List<String> remoteIds) {
        readAhead(
                records,
                remoteIds.stream()
                        .map(id -> key(records, CrmLink.REMOTE, CrmLink.keyOf(connection, object, id)))
                        .toList());
    }

    /** Reads the links of records of Waggle together. */
    void readAhead(FirstReads records, Collection<UUID> uuids) {
        readAhead(
                records,
                uuids.stream()
                        .map(uuid -> key(records, CrmLink.RECORD, CrmLink.keyOf(connection, uuid)))
                        .toList());
    }

    private static void readAhead(FirstReads records, List<ItemKey> keys) {
        records.readAhead(keys);
        records.readAhead(keys.stream()
                .flatMap(key -> owner(records, key).stream())
                .map(uuid -> CrmLink.RESOURCE.key(records.company(), uuid))
                .toList());
    }

    private static ItemKey key(Records records, String field, String text) {
        return ItemKey.unique(records.company(), CrmLink.NAME, field, text);
    }

    private static Optional<UUID> owner(Records records, ItemKey key) {
        return records.item(key)
                .map(item ->
                        UUID.fromString(Objects.requireNonNull(item.get(OWNER)).s()));
    }

    /** A record that has given up a text leaves its item, so the reader compares. */
    private static Optional<Entity<CrmLink>> find(Records records, String field, String key) {
        return owner(records, key(records, field, key)).flatMap(uuid -> records.find(CrmLink.RESOURCE, uuid));
    }
}
