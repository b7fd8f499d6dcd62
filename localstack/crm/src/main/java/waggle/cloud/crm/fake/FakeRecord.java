package waggle.cloud.crm.fake;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record.
 *
 * @param number counts the records of all types in the order of their creation
 * @param updatedAt the time of change that the provider tells
 * @param committedAt when the change could be read first
 * @param mergedInto identifier of the winner; null if it was not merged
 * @param values texts; a field without a value is absent
 */
public record FakeRecord(
        String id,
        long number,
        Instant createdAt,
        Instant updatedAt,
        Instant committedAt,
        boolean deleted,
        @Nullable String mergedInto,
        Map<String, String> values) {

    public FakeRecord {
        values = Map.copyOf(values);
    }

    /** A value; {@code ""} if there is none. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    FakeRecord with(Map<String, String> changes, Instant stamp, Instant now) {
        var merged = new TreeMap<>(values);
        merged.putAll(changes);
        merged.values().removeIf(String::isEmpty);
        return new FakeRecord(id, number, createdAt, stamp, now, deleted, mergedInto, merged);
    }

    FakeRecord deletedAt(Instant stamp, Instant now, @Nullable String winner) {
        return new FakeRecord(id, number, createdAt, stamp, now, true, winner, values);
    }
}
