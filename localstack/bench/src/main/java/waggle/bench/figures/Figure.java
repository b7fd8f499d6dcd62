package waggle.bench.figures;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * A figure that may have a limit.
 *
 * @param limit the highest good value, or {@link #NONE}
 */
public record Figure(String name, double value, double limit) {
    public static final double NONE = Double.POSITIVE_INFINITY;

    /** Prints figures as a table, after an empty line. */
    public static void print(PrintStream out, String title, List<Figure> figures) {
        out.println();
        out.printf(Locale.ROOT, "%-41s %8s %8s%n", title, "", "limit");
        figures.forEach(
                figure -> out.printf(Locale.ROOT, "%-41s %8.2f %s%n", figure.name(), figure.value(), figure.verdict()));
    }

    /** The limit with {@code ok} or {@code over}, or a dash. */
    public String verdict() {
        return limit == NONE
                ? String.format(Locale.ROOT, "%8s", "-")
                : String.format(Locale.ROOT, "%8.2f %s", limit, value <= limit ? "ok" : "over");
    }
}
