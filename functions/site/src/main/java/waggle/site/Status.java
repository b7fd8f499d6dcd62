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

/** Replies whether the API can serve. Anyone may call it, so it reads the table at most every five seconds. */
final class Status {
    private static final Duration VALID = Duration.ofSeconds(5);

    private static final String NOT_CACHED = "no-store";

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
        return isReachable() ? SiteReply.page(SiteReply.JSON, NOT_CACHED, ok) : unavailable(request);
    }

    private synchronized boolean isReachable() {
        var now = clock.instant();
        if (asked.isBefore(now.minus(VALID))) {
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
        return SiteReply.error(ErrorCode.SERVICE_UNAVAILABLE, body, request).with("Cache-Control", NOT_CACHED);
    }
}
