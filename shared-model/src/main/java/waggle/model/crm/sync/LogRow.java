package waggle.model.crm.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.merge.Choice;
import waggle.model.crm.merge.Side;

/**
 * One write of the synchronisation, for the log.
 *
 * @param side that is written
 * @param action what is written
 * @param changes of the fields
 * @param requestId the provider's identifier of the call; null without one
 */
public record LogRow(
        Side side,
        Action action,
        List<Change> changes,
        @Nullable String requestId) {

    /** The kinds of writes. */
    public enum Action {
        CREATE,
        UPDATE,
        ARCHIVE,
        LINK,
        UNLINK
    }

    /**
     * The change of one field.
     *
     * @param field Waggle's name
     * @param rule that decided
     */
    public record Change(String field, String before, String after, Choice.Because rule) {}

    public LogRow {
        changes = List.copyOf(changes);
    }
}
