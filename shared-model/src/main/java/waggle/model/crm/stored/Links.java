package waggle.model.crm.stored;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.declaration.Records;
import waggle.model.records.Entity;
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

    /** A record that has given up a text leaves its item, so the reader compares. */
    private static Optional<Entity<CrmLink>> find(Records records, String field, String key) {
        return records.item(ItemKey.unique(records.company(), CrmLink.NAME, field, key))
                .map(item ->
                        UUID.fromString(Objects.requireNonNull(item.get(OWNER)).s()))
                .flatMap(uuid -> records.find(CrmLink.RESOURCE, uuid));
    }
}
