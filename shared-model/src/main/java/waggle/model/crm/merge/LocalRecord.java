package waggle.model.crm.merge;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A record of Waggle at the time of a read.
 *
 * @param modifiedAt time of the last change
 * @param fields texts by Waggle's names; {@code ""} is a blank field, and an absent name is a field that is not mapped
 */
public record LocalRecord(UUID uuid, Instant modifiedAt, Map<String, String> fields) {
    public LocalRecord {
        fields = Map.copyOf(fields);
    }
}
