package waggle.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsolePages;
import waggle.browser.ConsoleTab;
import waggle.browser.ManyRecords;

/** Measures pages of a company with 40,000 records, with {@code -Dwaggle.many=true}. */
@ExtendWith(Chromium.class)
@EnabledIfSystemProperty(named = "waggle.many", matches = "true")
class ConsoleManyTest {
    private static final int PARTNERS = 10_000;
    private static final int LEADS = 20_000;
    private static final int DEALS = 10_000;
    private static final int ROUNDS = 5;

    /** Resolves to the milliseconds since the beginning in the first frame with what is looked for. */
    private static final String FRAMES = """
            const frames = (begun, isShown) => new Promise((resolve, reject) => {
              const look = () => {
                const millis = performance.now() - begun;
                if (isShown()) resolve(Math.round(millis));
                else if (millis > 60_000) reject(new Error("The page does not show what it should."));
                else requestAnimationFrame(look);
              };
              requestAnimationFrame(look);
            });
            """;

    /** From the change of the address. A page that has not asked yet may show what the page before had. */
    private static final String SHOW = """
            ([hash, selector, asks]) => {
              %s
              const begun = performance.now();
              const page = document.documentElement;
              let hasAsked = !asks;
              new MutationObserver(() => (hasAsked ||= page.dataset.requests !== "0")).observe(page, { attributes: true });
              location.hash = "#/" + hash;
              return frames(begun, () => {
                const shown = document.querySelector(`main[data-page="${hash.replace(/\\?.*/, "")}"]`)?.querySelector(selector);
                return shown && hasAsked && page.dataset.requests === "0";
              });
            }""".formatted(FRAMES);

    private static final String SEARCH = """
            (text) => {
              %s
              const begun = performance.now();
              const input = document.querySelector("dialog [role=combobox]");
              input.value = text;
              input.dispatchEvent(new Event("input", { bubbles: true }));
              return frames(begun, () => document.querySelector("[role=option]"));
            }""".formatted(FRAMES);

    @Test
    void pages_ofManyRecords_areTimed() throws Exception {
        var console = ConsoleCloud.open("Many");
        var company = UUID.fromString(console.get("/me").at("/company/uuid").asText());
        var start = System.nanoTime();
        new ManyRecords(console, company).write(PARTNERS, LEADS, DEALS);
        System.out.printf("ConsoleManyTest: written in %s%n", Duration.ofNanos(System.nanoTime() - start));
        assertThat(console.get("/partners").at("/meta/record-count").asInt()).isEqualTo(PARTNERS);
        assertThat(console.get("/leads").at("/meta/record-count").asInt()).isEqualTo(LEADS);
        assertThat(console.get("/deals").at("/meta/record-count").asInt()).isEqualTo(DEALS);
        var times = new LinkedHashMap<String, List<Integer>>();
        for (var round = 0; round < ROUNDS; round++) {
            try (var tab = ConsoleTab.signedIn(console.browser(), console.url(), console.key())) {
                ConsolePages.calm(tab, "");
                note(times, "partners", show(tab, "partners", "tbody tr"));
                note(times, "partners, last page", show(tab, "partners?page=400", "tbody tr"));
                note(times, "partners, searched", show(tab, "partners?search=cafe", "tbody tr"));
                note(times, "partners, sorted by name", show(tab, "partners?sort=name", "tbody tr"));
                note(times, "partner board", show(tab, "board", ".boardcard"));
                note(times, "leads", show(tab, "leads", "tbody tr"));
                note(times, "leads, searched", show(tab, "leads?search=fjord", "tbody tr"));
                note(times, "lead board", show(tab, "leads/board", ".boardcard"));
                note(times, "deals", show(tab, "deals", "tbody tr"));
                note(times, "deal board", show(tab, "deals/board", ".boardcard"));
                note(times, "overview, without a request", again(tab, "overview", ".chart rect"));
                tab.page().keyboard().press("Control+k");
                note(
                        times,
                        "palette, with its pause of 250 ms",
                        ((Number) tab.page().evaluate(SEARCH, "quarry 77")).intValue());
            }
        }
        times.forEach((name, all) -> System.out.printf(
                "ConsoleManyTest: %-36s first %5d ms, then %s%n", name, all.getFirst(), all.subList(1, ROUNDS)));
    }

    private static int show(ConsoleTab tab, String path, String selector) {
        return show(tab, path, selector, true);
    }

    /** Shows a page of which the console knows that nothing has changed. */
    private static int again(ConsoleTab tab, String path, String selector) {
        return show(tab, path, selector, false);
    }

    private static int show(ConsoleTab tab, String path, String selector, boolean asks) {
        return ((Number) tab.page().evaluate(SHOW, List.of(path, selector, asks))).intValue();
    }

    private static void note(LinkedHashMap<String, List<Integer>> times, String name, int millis) {
        times.computeIfAbsent(name, key -> new ArrayList<>()).add(millis);
    }
}
