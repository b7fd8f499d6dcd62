package waggle.site.status;

import java.math.BigDecimal;
import java.util.List;
import waggle.model.status.Component;
import waggle.model.status.History;
import waggle.model.status.Share;

/** The days of a component as bars, and as a table. Trouble has a hatching besides its colour. */
final class DayBars {
    private static final int STEP = 8;
    private static final int WIDTH = 6;
    private static final int HEIGHT = 32;
    private static final BigDecimal GOOD = new BigDecimal("99.9");
    private static final BigDecimal FAIR = BigDecimal.valueOf(99);

    private DayBars() {}

    static String svg(Component component, List<History.Told> days) {
        var label = "%s, the last %d days, a bar for each: the table below has the figures"
                .formatted(component.label(), days.size());
        var svg = new StringBuilder("<svg class=\"days\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\""
                .formatted(StatusHtml.escaped(label), days.size() * STEP - (STEP - WIDTH), HEIGHT));
        svg.append(" preserveAspectRatio=\"none\">");
        for (var i = 0; i < days.size(); i++) {
            var kind = kind(days.get(i).share());
            var place = "x=\"%d\" width=\"%d\" height=\"%d\"".formatted(i * STEP, WIDTH, HEIGHT);
            svg.append("<rect class=\"day %s\" %s><title>%s</title></rect>"
                    .formatted(
                            kind,
                            place,
                            days.get(i).date() + ": " + words(days.get(i).share())));
            if (!kind.equals("ok") && !kind.equals("none")) {
                svg.append("<rect fill=\"url(#%s)\" %s/>".formatted(kind.equals("warn") ? "thin" : "dense", place));
            }
        }
        return svg.append("</svg>\n").toString();
    }

    static String table(Component component, List<History.Told> days) {
        var html = new StringBuilder(
                "<details><summary>%s day by day</summary><table>".formatted(StatusHtml.escaped(component.label())));
        html.append("<thead><tr><th scope=\"col\">Day</th><th scope=\"col\">Uptime</th></tr></thead><tbody>");
        days.reversed().stream()
                .filter(day -> day.share().expected() > 0)
                .forEach(day -> html.append(
                        "<tr><th scope=\"row\">%s</th><td>%s</td></tr>".formatted(day.date(), words(day.share()))));
        return html.append("</tbody></table></details>\n").toString();
    }

    private static String words(Share share) {
        var missing = share.expected() - share.measured();
        return share.uptime().map(uptime -> uptime + " %").orElse("no data")
                + (missing == 0 ? "" : ", %d minutes not measured".formatted(missing));
    }

    /** Days with more minutes that were not measured than minutes that failed look like none of the others. */
    private static String kind(Share share) {
        var missing = share.expected() - share.measured();
        if (share.expected() > 0 && missing * 2 > share.failed() && missing * 1_000 > share.expected()) {
            return "gap";
        }
        return share.uptime()
                .map(uptime -> uptime.compareTo(GOOD) >= 0 ? "ok" : uptime.compareTo(FAIR) >= 0 ? "warn" : "bad")
                .orElse("none");
    }
}
