package waggle.model.crm.sync;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction stores: the link, what changes in Waggle, and the log.
 *
 * @param before the link before; null for a new one
 * @param after the link after; its record's uuid is that of the new record where the step creates one
 * @param change what changes in Waggle
 * @param values to write to Waggle's record, by Waggle's names; {@code ""} clears a field
 * @param log writes to report
 */
public record Step(@Nullable Link before, Link after, Change change, Map<String, String> values, List<LogRow> log) {

    /** What a step does to Waggle's record. */
    public enum Change {
        NONE,
        CREATE,
        UPDATE
    }

    public Step {
        values = Map.copyOf(values);
        log = List.copyOf(log);
    }

    static Step of(@Nullable Link before, Link after, List<LogRow> log) {
        return new Step(before, after, Change.NONE, Map.of(), log);
    }

    boolean isEmpty() {
        return after.equals(before) && change == Change.NONE && log.isEmpty();
    }
}
