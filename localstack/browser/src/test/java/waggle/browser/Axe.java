package waggle.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rules of WCAG 2.2 AA, and the best practices, as axe-core knows them. */
public final class Axe {
    /** The rule whose outcome depends on the theme. */
    public static final String CONTRAST = "color-contrast";

    private static final String ALL = "all";
    private static final String RUN = """
            async (rules) => {
              const all = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
              const runOnly = rules === "all" ? all : { type: "rule", values: [rules] };
              const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"], preload: false, iframes: false });
              return violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 200)).join(" "));
            }""";

    private Axe() {}

    /** Loads axe into a page, and returns the violations that it finds. */
    public static List<String> violations(Page page) throws IOException {
        page.evaluate(script());
        return found(page);
    }

    /** The violations that axe finds in a page that has loaded it. */
    public static List<String> found(Page page) {
        return found(page, ALL);
    }

    /** The violations of one rule only. */
    public static List<String> found(Page page, String rule) {
        return ((List<?>) page.evaluate(RUN, rule))
                .stream().map(Object::toString).toList();
    }

    /** The source of axe. */
    public static String script() throws IOException {
        try (var in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "axe")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
