package waggle.model.crm.port;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of a CRM at the time of a read.
 *
 * @param id the provider's identifier, in its one stored form: 18 characters for Salesforce, digits for HubSpot
 * @param modifiedAt the provider's time of the last change, in the provider's own precision
 * @param deleted whether the record is deleted or archived
 * @param mergedInto identifier of the record that this one was merged into; null if it was not merged
 * @param marker text in the field that holds the uuid of Waggle's record; null without one
 * @param fields texts by the provider's names; {@code ""} is a blank field, and an absent name is a field that was not read
 */
public record RemoteRecord(
        String id,
        Instant modifiedAt,
        boolean deleted,
        @Nullable String mergedInto,
        @Nullable String marker,
        Map<String, String> fields) {

    public RemoteRecord {
        fields = Map.copyOf(fields);
    }

    /** A record that exists. */
    public static RemoteRecord of(String id, Instant modifiedAt, Map<String, String> fields) {
        return new RemoteRecord(id, modifiedAt, false, null, null, fields);
    }

    /** The record as deleted. */
    public RemoteRecord asDeleted() {
        return new RemoteRecord(id, modifiedAt, true, mergedInto, marker, fields);
    }
}
