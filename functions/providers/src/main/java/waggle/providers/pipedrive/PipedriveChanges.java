package waggle.providers.pipedrive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.Changes;
import waggle.model.crm.port.RemotePage;
import waggle.providers.call.Call;

/** Reads changed records, then those that are archived: the usual list of deals leaves them out. */
record PipedriveChanges(PipedriveCrm crm) {
    private static final String ARCHIVED = "archived:";
    private static final int LIST = 10;

    RemotePage page(Changes changes) {
        var type = PipedriveType.of(changes.object());
        var cursor = Objects.requireNonNullElse(changes.cursor(), "");
        var archived = cursor.startsWith(ARCHIVED);
        var query = new TreeMap<>(Map.of("limit", "500", "sort_direction", "asc"));
        query.put("sort_by", changes.since() == null ? "id" : "update_time");
        if (changes.since() != null) {
            // Pipedrive knows whole seconds: the bounds include all that the exact ones do.
            query.put("updated_since", second(changes.since()));
            query.put("updated_until", second(changes.until().plusMillis(999)));
        }
        var after = archived ? cursor.substring(ARCHIVED.length()) : cursor;
        if (!after.isEmpty()) {
            query.put("cursor", after);
        }
        var answer = crm.send(
                Call.get(type.path() + (archived ? "/archived" : ""), query).costing(LIST));
        var next = answer.body().path("additional_data").path("next_cursor").textValue();
        return new RemotePage(
                crm.records(type).rows(answer, changes.fields()),
                next(next, archived, type.equals(PipedriveType.DEALS)));
    }

    private static @Nullable String next(@Nullable String next, boolean archived, boolean hasArchive) {
        if (next == null) {
            return hasArchive && !archived ? ARCHIVED : null;
        }
        return archived ? ARCHIVED + next : next;
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
