package waggle.model.lists;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.declaration.Listing;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.lists.Condition.AnyOf;

/** The span of time that a filtered list of a log reads, since logs grow for ever (docs/api.md, "Lists"). */
public final class LogWindow {
    public static final Duration MOST = Duration.ofDays(92);
    public static final Duration DEFAULT = Duration.ofDays(30);

    private LogWindow() {}

    /**
     * The request within its window.
     *
     * @throws WaggleException if the window is longer than {@link #MOST}
     */
    public static ListRequest of(Resource<?> log, ListRequest request, Instant now) {
        if (request.isUnfiltered() || isOfOneGroup(log, request)) {
            return request;
        }
        var before = request.created().before();
        var end = before == null || before.isAfter(now) ? now : before;
        var after = request.created().after();
        if (after == null) {
            return request.since(end.minus(DEFAULT));
        }
        if (after.isBefore(end.minus(MOST))) {
            throw WaggleException.invalid(List.of(new Fault("created_after", expected(log, end))));
        }
        return request;
    }

    private static boolean isOfOneGroup(Resource<?> log, ListRequest request) {
        return request.conditions().stream()
                .anyMatch(condition -> condition instanceof AnyOf any
                        && log.grouping(any.field()).isPresent());
    }

    private static String expected(Resource<?> log, Instant end) {
        var unless = log.groupings().stream().map(Listing.Grouping::field).findFirst();
        return "must be at most %d days before created_before or now, like %s%s"
                .formatted(
                        MOST.toDays(),
                        Json.time(end.minus(DEFAULT)),
                        unless.map(field -> ", unless the list is filtered by " + field)
                                .orElse(""));
    }
}
