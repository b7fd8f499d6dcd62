package waggle.model.crm.stored;

import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.run.Window;
import waggle.model.declaration.Resource;

/**
 * How far a connection has read. It is stored under the uuid of its connection once the first run has begun.
 *
 * @param windows the last window of changes, by the name of the resource
 * @param nextSyncAt the time of the next look at the CRM; null while there is none
 * @param runUuid the run that goes on; null without one
 * @param position where the look goes on that no one asked for; null between two looks
 * @param checkedAt the last time at which all links were looked at
 * @param missedSince since when changes of Waggle may have been left out; null if none were
 * @param endedOn the day (in UTC) of the last deletion outside of a run; null before
 * @param endedLinks the links that deletions have ended on this day
 * @param retries signals whose calls failed, as {@code partner remote 4711}
 */
@Introspected
@RecordBuilder
public record CrmCursor(
        Map<String, Window> windows,
        @Nullable Instant nextSyncAt,
        @Nullable UUID runUuid,
        @Nullable RunPosition position,
        @Nullable Instant checkedAt,
        @Nullable Instant missedSince,
        @Nullable @Size(max = 10) String endedOn,
        long endedLinks,
        @Size(max = CrmCursor.MOST_RETRIES) List<String> retries) {
    /** The most signals that are kept for another look. */
    public static final int MOST_RETRIES = 200;

    public static final Resource<CrmCursor> RESOURCE = Resource.named(
                    "crm_cursor", "crm-cursors", CrmCursor.class, cursor -> "cursor")
            .due(CrmCursor::nextSyncAt)
            .derived()
            .build();

    /** The cursor of a connection that has read nothing. */
    public static final CrmCursor NEW = new CrmCursor(Map.of(), null, null, null, null, null, null, 0, List.of());

    public CrmCursor {
        windows = Objects.requireNonNullElse(windows, Map.of());
        retries = Objects.requireNonNullElse(retries, List.of());
    }

    /** The cursor with changes of Waggle that were left out since a time. */
    public CrmCursor missing(Instant since) {
        return missedSince != null && missedSince.isBefore(since)
                ? this
                : CrmCursorBuilder.from(this).withMissedSince(since);
    }

    /** The cursor of a connection that is looked at at a time; null if it is not. */
    public CrmCursor waiting(@Nullable Instant next) {
        return CrmCursorBuilder.from(this).withNextSyncAt(next);
    }
}
