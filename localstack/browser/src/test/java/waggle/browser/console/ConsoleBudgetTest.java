package waggle.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsolePages;
import waggle.browser.ConsoleTab;

/** What the console costs: requests of pages and of a brisk minute, and bytes. */
@ExtendWith(Chromium.class)
class ConsoleBudgetTest {
    private static final int MOST_BYTES = 250_000;
    private static final int MOST_IN_A_MINUTE = 50;
    private static final int PARTNERS = 4;
    private static final int MOVES = 8;

    /** Beside these, the names of stages, tiers and the like are read once per session, as is what seldom changes. */
    private static final Map<String, Integer> CALLS = Map.of(
            "partners",
            1,
            "leads",
            1,
            "deals",
            1,
            "payments",
            1,
            "partner",
            2,
            "webhooks",
            3,
            "inbox",
            2,
            "overview",
            3,
            "board",
            1);

    private static final Pattern FILES = Pattern.compile("(?:src|href)=\"(console/[^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ConsolePages pages;

    @BeforeAll
    static void start() throws Exception {
        pages = ConsolePages.get();
    }

    @Test
    void calls_ofAPage_areFew() throws Exception {
        var bytes = new TreeMap<String, Integer>();
        try (var tab = pages.open(1440, ColorScheme.LIGHT)) {
            pages.paths().values().forEach(path -> ConsolePages.show(tab, path));
            tab.takeCalls();
            for (var page : pages.paths().entrySet()) {
                ConsolePages.show(tab, page.getValue());
                var calls = tab.takeCalls();
                var name = page.getKey();
                bytes.put(name + " (" + calls.size() + ")", replies(calls));
                assertThat(calls).as(name).hasSizeLessThanOrEqualTo(CALLS.getOrDefault(name, calls.size()));
            }
        }
        System.out.println("ConsoleBudgetTest: page (calls) = compressed bytes of replies " + bytes);
    }

    /** Sign-in, overview, 6 changes of a list, 4 partners, the board and 8 moves. */
    @Test
    void minute_ofABriskPerson_staysBelowFiftyCalls() throws Exception {
        var console = ConsoleCloud.open("Brisk");
        var stage = console.labelled("/stages?kind=partner", "Discovery");
        var partners = new ArrayList<String>();
        for (var i = 0; i < PARTNERS; i++) {
            partners.add(console.post(
                            "/partners",
                            "{\"name\":\"Partner %d\",\"partner_type\":\"reseller\",\"stage_uuid\":\"%s\"}"
                                    .formatted(i, stage))
                    .required("uuid")
                    .asText());
        }
        try (var tab = console.signedIn()) {
            ConsolePages.calm(tab, "");
            for (var list :
                    List.of("", "?status=invited", "?sort=name", "?partner_type=reseller", "?search=part", "?")) {
                ConsolePages.show(tab, "partners" + list);
            }
            partners.forEach(uuid -> ConsolePages.show(tab, "partners/" + uuid));
            ConsolePages.show(tab, "board");
            tab.link("Partner 0").focus();
            for (var i = 0; i < MOVES; i++) {
                tab.page().keyboard().press(i % 2 == 0 ? "Shift+ArrowRight" : "Shift+ArrowLeft");
                tab.page().getByText("Partner 0 is now in").first().waitFor();
                tab.closeToasts();
            }
            ConsolePages.calm(tab, "board");
            var calls = tab.takeCalls();
            System.out.println("ConsoleBudgetTest: a brisk minute " + calls.size() + " calls");
            assertThat(calls).hasSizeBetween(1 + 6 + PARTNERS + MOVES, MOST_IN_A_MINUTE - 1);
        }
    }

    @Test
    void list_ofTheFirstLoad_isTimed() {
        try (var tab = pages.open(1440, ColorScheme.LIGHT)) {
            ConsolePages.show(tab, "partners");
            tab.page().reload();
            tab.page().locator("tbody tr").first().waitFor();
            var first = tab.page().evaluate("() => Math.round(performance.now())");
            System.out.println("ConsoleBudgetTest: first list " + first + " ms after the beginning of the load");
            assertThat(tab.page().locator("tbody tr").count()).isPositive();
        }
    }

    @Test
    void files_compressed_haveFewBytes() throws Exception {
        var page = get(pages.console().url());
        var sizes = new TreeMap<String, Integer>();
        sizes.put("console", compressed(page));
        for (var file = FILES.matcher(page); file.find(); ) {
            var name = file.group(1);
            sizes.put(
                    name.replaceFirst(".*/", ""),
                    compressed(
                            get(URI.create(pages.console().url()).resolve(name).toString())));
        }
        var all = sizes.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("ConsoleBudgetTest: compressed bytes " + sizes + ", in all " + all);
        assertThat(sizes).containsKeys("console.js", "console.css");
        assertThat(all).isLessThan(MOST_BYTES);
    }

    @Test
    void tabs_ofOneBrowser_shareSocketCounterAndLists() throws Exception {
        var console = ConsoleCloud.open("Tabs");
        try (var one = console.signedIn()) {
            ConsolePages.show(one, "partners");
            one.awaitLive();
            try (var other = one.another()) {
                ConsolePages.show(other, "partners");
                other.awaitLive();
                assertThat(other.takeAllCalls()).noneMatch(call -> call.contains("/live/") || call.contains("/stages"));
                console.post("/partners", "{\"name\":\"Third\",\"partner_type\":\"reseller\"}");
                newRows(one).waitFor();
                newRows(other).waitFor();
                assertThat(meter(other)).isEqualTo(meter(one));

                one.leave();
                other.awaitLive();
                console.post("/partners", "{\"name\":\"Fourth\",\"partner_type\":\"reseller\"}");
                other.page()
                        .getByText("2 new – show", new Page.GetByTextOptions().setExact(true))
                        .waitFor();
                assertThat(other.takeAllCalls()).anyMatch(call -> call.contains("/live/"));
            }
        }
    }

    private static Locator newRows(ConsoleTab tab) {
        return tab.page().getByText("1 new – show", new Page.GetByTextOptions().setExact(true));
    }

    private static String meter(ConsoleTab tab) {
        return Objects.requireNonNull(tab.page().locator("[data-meter]").textContent());
    }

    private static int replies(List<String> calls) throws Exception {
        var sum = 0;
        for (var call : calls) {
            if (call.startsWith("GET ")) {
                sum += compressed(pages.console().get(call.substring(4)).toString());
            }
        }
        return sum;
    }

    private static String get(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    /** The local gateway does not compress, and that of AWS does. */
    private static int compressed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
