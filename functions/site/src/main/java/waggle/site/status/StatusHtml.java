package waggle.site.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import waggle.model.json.Json;
import waggle.model.status.Component;
import waggle.model.status.History;
import waggle.model.status.Incident;

/** The status as a web page without a script, for people. Its texts are those of this class and of the incidents. */
public final class StatusHtml {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final String template;
    private final String version;
    private final String region;

    /** @param template with places in double braces */
    public StatusHtml(String template, String version, String region) {
        this.template = template;
        this.version = version;
        this.region = region;
    }

    /** The page. */
    public String of(Snapshot snapshot) {
        var headline = headline(snapshot);
        return template.replace("{{headline}}", escaped(headline))
                .replace("{{state}}", name(snapshot.state()))
                .replace("{{checked}}", time(snapshot.checkedAt()))
                .replace("{{components}}", components(snapshot))
                .replace("{{open}}", open(snapshot))
                .replace("{{past}}", past(snapshot))
                .replace("{{version}}", escaped(version))
                .replace("{{region}}", escaped(region));
    }

    private static String headline(Snapshot snapshot) {
        if (snapshot.state() == Snapshot.State.UNAVAILABLE) {
            return "The API is unavailable";
        }
        var troubles = new ArrayList<String>();
        for (var component : Component.values()) {
            var condition = snapshot.of(component);
            if (condition.state() != Snapshot.State.OK) {
                var beat = snapshot.beat();
                var title = beat != null && beat.isCurrent(snapshot.checkedAt())
                        ? component.title()
                        : component.label() + ": not measured";
                troubles.add(condition.since() == null ? title : title + " since " + TIME.format(condition.since()));
            }
        }
        return troubles.isEmpty() ? "All systems work" : String.join("; ", troubles);
    }

    private static String components(Snapshot snapshot) {
        var html = new StringBuilder();
        for (var component : Component.values()) {
            var condition = snapshot.of(component);
            html.append("""
                    <section class="part" aria-labelledby="part-%1$s">
                    <div class="partline"><h2 id="part-%1$s">%2$s</h2><p class="state %3$s"><span aria-hidden="true">%4$s</span> %5$s</p></div>
                    """.formatted(
                            component.id(),
                            escaped(component.label()),
                            name(condition.state()),
                            sign(condition.state()),
                            word(condition.state())));
            if (condition.message() != null) {
                html.append("<p class=\"message\">")
                        .append(escaped(condition.message()))
                        .append(".</p>\n");
            }
            html.append(uptimes(snapshot, component)).append(history(snapshot, component));
            html.append("</section>\n");
        }
        return html.toString();
    }

    private static String uptimes(Snapshot snapshot, Component component) {
        return """
                <dl class="uptimes"><div><dt>24 hours</dt><dd>%s</dd></div><div><dt>7 days</dt><dd>%s</dd></div><div><dt>90 days</dt><dd>%s</dd></div></dl>
                """.formatted(
                        percent(snapshot, component, StatusJson.DAY),
                        percent(snapshot, component, StatusJson.WEEK),
                        percent(snapshot, component, StatusJson.QUARTER));
    }

    private static String percent(Snapshot snapshot, Component component, Duration period) {
        var uptime = StatusJson.uptime(snapshot, component, period);
        return uptime == null ? "no data" : uptime + " %";
    }

    private static String history(Snapshot snapshot, Component component) {
        var history = snapshot.history();
        if (history == null) {
            return "<p class=\"message\">The history cannot be read now.</p>\n";
        }
        var days = history.days(component, snapshot.checkedAt(), History.MOST_DAYS);
        return DayBars.svg(component, days) + DayBars.table(component, days);
    }

    private static String open(Snapshot snapshot) {
        var open = snapshot.incidents().stream().filter(Incident::isOpen).toList();
        if (open.isEmpty()) {
            return "";
        }
        var html =
                new StringBuilder("<section class=\"incidents\" aria-labelledby=\"open\"><h2 id=\"open\">Now</h2>\n");
        open.forEach(incident -> html.append(incident(incident, "h3")));
        return html.append("</section>\n").toString();
    }

    private static String past(Snapshot snapshot) {
        var days = new LinkedHashMap<LocalDate, List<Incident>>();
        snapshot.incidents().stream().filter(incident -> !incident.isOpen()).forEach(incident -> days.computeIfAbsent(
                        History.today(incident.startedAt()), any -> new ArrayList<>())
                .add(incident));
        if (days.isEmpty()) {
            return "<p class=\"muted\">No incident in the last 90 days.</p>\n";
        }
        var html = new StringBuilder();
        days.forEach((day, incidents) -> {
            html.append("<h3>")
                    .append(DAY.format(day.atStartOfDay(ZoneOffset.UTC)))
                    .append("</h3>\n");
            incidents.forEach(incident -> html.append(incident(incident, "h4")));
        });
        return html.toString();
    }

    private static String incident(Incident incident, String heading) {
        var html = new StringBuilder("<article><%1$s>%2$s</%1$s><ul>".formatted(heading, escaped(incident.title())));
        incident.updates().forEach(update -> html.append("<li>")
                .append(time(update.at()))
                .append(" ")
                .append(escaped(update.text()))
                .append("</li>"));
        return html.append("</ul></article>\n").toString();
    }

    private static String time(Instant time) {
        return "<time datetime=\"" + Json.time(time) + "\">" + DAY.format(time) + ", " + TIME.format(time)
                + " UTC</time>";
    }

    private static String name(Snapshot.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String sign(Snapshot.State state) {
        return switch (state) {
            case OK -> "●";
            case DEGRADED -> "▲";
            case UNAVAILABLE -> "■";
        };
    }

    private static String word(Snapshot.State state) {
        return switch (state) {
            case OK -> "Works";
            case DEGRADED -> "Degraded";
            case UNAVAILABLE -> "Unavailable";
        };
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
