package waggle.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import waggle.model.ErrorCode;
import waggle.model.json.Json;

/** Whether the API can serve, or which part of it cannot be reached. Anyone may ask, so the table is not asked each time. */
final class Status {
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** It tells what is so now. */
    private static final String NEVER_KEPT = "no-store";

    private final String ok = ClassPath.text("site/status.json");
    private final BooleanSupplier table;
    private final InstantSource clock;
    private Instant asked = Instant.MIN;
    private boolean isReachable;

    Status(BooleanSupplier table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    SiteReply reply(SiteRequest request) {
        return isReachable() ? SiteReply.page(SiteReply.JSON, NEVER_KEPT, ok) : unavailable(request);
    }

    private synchronized boolean isReachable() {
        var now = clock.instant();
        if (asked.isBefore(now.minus(KEPT))) {
            isReachable = table.getAsBoolean();
            asked = now;
        }
        return isReachable;
    }

    private SiteReply unavailable(SiteRequest request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("status", "unavailable");
        body.put("version", Json.parse(ok, ObjectNode.class).path("version").asText());
        body.put("unavailable", List.of("table"));
        body.put("error", "The table cannot be reached");
        return SiteReply.error(ErrorCode.SERVICE_UNAVAILABLE, body, request).with("Cache-Control", NEVER_KEPT);
    }
}
