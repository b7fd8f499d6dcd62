package waggle.site.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waggle.model.status.Component;
import waggle.model.status.History;
import waggle.model.status.Incident;

/** The status as JSON, for monitors. */
public final class StatusJson {
    static final Duration DAY = Duration.ofDays(1);
    static final Duration WEEK = Duration.ofDays(7);
    static final Duration QUARTER = Duration.ofDays(History.MOST_DAYS);

    private StatusJson() {}

    /** The reply to {@code GET /status}, without the fields of an error. */
    public static Map<String, Object> of(Snapshot snapshot, String version) {
        var body = new LinkedHashMap<String, Object>();
        body.put("status", snapshot.state().name().toLowerCase(Locale.ROOT));
        body.put("version", version);
        body.put("checked_at", snapshot.checkedAt());
        var components = new ArrayList<Map<String, Object>>();
        for (var component : Component.values()) {
            components.add(component(snapshot, component));
        }
        body.put("components", components);
        body.put("incidents", incidents(snapshot, snapshot.checkedAt().minus(WEEK)));
        return body;
    }

    private static Map<String, Object> component(Snapshot snapshot, Component component) {
        var condition = snapshot.of(component);
        var body = new LinkedHashMap<String, Object>();
        body.put("name", component.id());
        body.put("status", condition.state().name().toLowerCase(Locale.ROOT));
        body.put("since", condition.since());
        body.put("message", condition.message());
        var uptime = new LinkedHashMap<String, Object>();
        uptime.put("24h", uptime(snapshot, component, DAY));
        uptime.put("7d", uptime(snapshot, component, WEEK));
        uptime.put("90d", uptime(snapshot, component, QUARTER));
        body.put("uptime", uptime);
        return body;
    }

    static @Nullable Object uptime(Snapshot snapshot, Component component, Duration period) {
        var history = snapshot.history();
        return history == null
                ? null
                : history.of(component, snapshot.checkedAt(), period.toMinutes())
                        .uptime()
                        .orElse(null);
    }

    /** The open incidents, and those that began since a time. */
    static List<Map<String, Object>> incidents(Snapshot snapshot, Instant since) {
        return snapshot.incidents().stream()
                .filter(incident -> incident.isOpen() || incident.startedAt().isAfter(since))
                .map(StatusJson::incident)
                .toList();
    }

    private static Map<String, Object> incident(Incident incident) {
        var body = new LinkedHashMap<String, Object>();
        body.put("uuid", incident.uuid());
        body.put("component", incident.component().id());
        body.put("started_at", incident.startedAt());
        body.put("ended_at", incident.endedAt());
        body.put("title", incident.title());
        body.put("updates", incident.updates());
        return body;
    }

    /**
     * The last days.
     *
     * @param number 1 to 90
     */
    public static Map<String, Object> history(Snapshot snapshot, History history, int number) {
        var components = new ArrayList<Map<String, Object>>();
        for (var component : Component.values()) {
            var days = history.days(component, snapshot.checkedAt(), number).stream()
                    .map(StatusJson::day)
                    .toList();
            components.add(Map.of("name", component.id(), "days", days));
        }
        return Map.of(
                "components",
                components,
                "incidents",
                incidents(snapshot, snapshot.checkedAt().minus(Duration.ofDays(number))));
    }

    private static Map<String, Object> day(History.Told told) {
        var share = told.share();
        var body = new LinkedHashMap<String, Object>();
        body.put("date", told.date());
        body.put("expected", share.expected());
        body.put("measured", share.measured());
        body.put("failed", share.failed());
        body.put("uptime", share.uptime().orElse(null));
        return body;
    }
}
