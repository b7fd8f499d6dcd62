package waggle.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waggle.model.ErrorCode;
import waggle.model.json.Json;
import waggle.model.status.History;
import waggle.site.status.Memory;
import waggle.site.status.Snapshot;
import waggle.site.status.StatusHtml;
import waggle.site.status.StatusJson;

/** Replies whether the API can serve, and how it did: as JSON, or as a web page to those who prefer one. */
final class Status {
    /** The path of the days, below that of the status. */
    static final String HISTORY = "/history";

    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String NOT_CACHED = "no-store";
    private static final String DAYS = "days";
    private static final String DAYS_EXPECTED =
            "days must be a whole number from 1 to " + History.MOST_DAYS + ", like 30";
    private static final String ONLY_DAYS = "is unknown: the only parameter is days, like days=30";

    private final String version = Json.parse(ClassPath.text("site/status.json"), ObjectNode.class)
            .path("version")
            .asText();
    private final Memory memory;
    private final StatusHtml html;

    /** @param console the edition of the console, whose style sheet the page uses */
    Status(Memory memory, String region, String console, String edition) {
        this.memory = memory;
        var template = ClassPath.text("site/status.html")
                .replace("{{console}}", console)
                .replace("{{edition}}", edition);
        this.html = new StatusHtml(template, version, region);
    }

    SiteReply reply(SiteRequest request) {
        var snapshot = memory.now();
        var reply = request.prefersHtml() ? page(snapshot) : json(snapshot, request);
        return reply.with("Vary", "Accept").with(CACHE_CONTROL, NOT_CACHED);
    }

    private SiteReply page(Snapshot snapshot) {
        var page = WebPage.guarded(SiteReply.page(WebPage.HTML, NOT_CACHED, html.of(snapshot)), WebPage.NO_SCRIPT);
        return snapshot.isReachable() ? page : page.unavailable();
    }

    private SiteReply json(Snapshot snapshot, SiteRequest request) {
        var body = StatusJson.of(snapshot, version);
        if (snapshot.isReachable()) {
            return SiteReply.page(SiteReply.JSON, NOT_CACHED, Json.write(body));
        }
        body.put("unavailable", List.of("table"));
        body.put("error", "The table cannot be reached");
        return SiteReply.error(ErrorCode.SERVICE_UNAVAILABLE, body, request);
    }

    SiteReply history(SiteRequest request) {
        var faults = faults(request);
        if (!faults.isEmpty()) {
            var body = new LinkedHashMap<String, Object>();
            body.put("error", ErrorCode.INVALID_REQUEST.message());
            body.put("details", faults);
            return SiteReply.error(ErrorCode.INVALID_REQUEST, body, request);
        }
        var days =
                request.values(DAYS).stream().findFirst().map(Integer::parseInt).orElse(History.MOST_DAYS);
        var snapshot = memory.now();
        var history = snapshot.history();
        return history == null
                ? SiteReply.error(ErrorCode.SERVICE_UNAVAILABLE, request)
                : SiteReply.page(SiteReply.JSON, NOT_CACHED, Json.write(StatusJson.history(snapshot, history, days)));
    }

    private static List<Map<String, String>> faults(SiteRequest request) {
        return request.parameters().stream()
                .filter(name -> !name.equals(DAYS) || !isNumber(request.values(DAYS)))
                .map(name -> Map.of("field", name, "message", name.equals(DAYS) ? DAYS_EXPECTED : ONLY_DAYS))
                .toList();
    }

    private static boolean isNumber(List<String> values) {
        return values.size() == 1
                && values.getFirst().matches("[1-9][0-9]?")
                && Integer.parseInt(values.getFirst()) <= History.MOST_DAYS;
    }
}
