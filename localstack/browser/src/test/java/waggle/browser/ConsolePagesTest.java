package waggle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page of the console: accessibility, width, words, calls and bytes. */
@ExtendWith(Chromium.class)
class ConsolePagesTest {
    private static final int MOST_BYTES = 250_000;

    /** WCAG 2.2 AA and the best practices of axe. */
    private static final String AXE = """
            async () => {
              const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
              return violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 200)).join(" "));
            }""";

    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern UUID_OR_ZONE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|UTC|GMT|USD|http://|title|aria-label");

    private static final String SIDEWAYS =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /** The texts with a Latin letter. The records of this test and the pseudo-locale have none. */
    private static final String PLAIN = """
            () => {
              const found = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const text = walker.currentNode;
                if (/[a-z]{2}/i.test(text.data) && !text.parentElement.closest("noscript,script,code,pre,kbd,.mono,.logo,time,[data-data]")) found.push(text.data.trim());
              }
              for (const element of document.querySelectorAll("[aria-label],[title],[placeholder]")) {
                for (const name of ["aria-label", "title", "placeholder"]) {
                  if (/[a-z]{2}/i.test(element.getAttribute(name) ?? "")) found.push(name + " " + element.getAttribute(name));
                }
              }
              return found;
            }""";

    /** Waits until the page is shown and has waited for no request in several frames. */
    private static final String CALM = """
            async (page) => {
              for (let frames = 0; frames < 6; ) {
                await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
                const isCalm = document.querySelector("main")?.dataset.page === page && document.documentElement.dataset.requests === "0";
                frames = isCalm ? frames + 1 : 0;
              }
            }""";

    private static ConsoleCloud console;
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        console = ConsoleCloud.open("Σέλας");
        var won = console.labelled("/stages?kind=deal", "Closed won");
        var rule = uuid(console.post("/commission-rules", """
                {"label":"Κανόνας","partner_type":"reseller","entries":[{"trigger":{"stage_uuid":"%s"},\
                "calculation":{"type":"one_off","option":"percentage","value":10}}]}""".formatted(won)));
        var partner = uuid(console.post("/partners", "{\"name\":\"Αθηνά\",\"partner_type\":\"reseller\"}"));
        var lead = uuid(console.post(
                "/leads",
                "{\"company_name\":\"Ερμής\",\"email\":\"a@x.example\",\"partner_uuid\":\"%s\"}".formatted(partner)));
        console.post("/leads/" + lead + "/register", "{}");
        var deal = uuid(console.post(
                "/deals", "{\"label\":\"Δίας\",\"partner_uuid\":\"%s\",\"deal_value\":1000}".formatted(partner)));
        console.write("PATCH", "/deals/" + deal, "{\"stage_uuid\":\"%s\"}".formatted(won));
        var payment = uuid(console.get("/payments").required("data").get(0));
        console.post("/webhook-endpoints", "{\"url\":\"http://localhost:9/\",\"event_types\":[\"deal.won\"]}");
        for (var page : List.of(
                "overview",
                "partners",
                "board",
                "leads",
                "deals",
                "deals/board",
                "payments",
                "rules",
                "inbox",
                "webhooks",
                "events",
                "keys",
                "audit",
                "crm",
                "settings",
                "settings?tab=fields",
                "notifications")) {
            PAGES.put(page, page);
        }
        PAGES.put("partner", "partners/" + partner);
        PAGES.put("lead", "leads/" + lead);
        PAGES.put("deal", "deals/" + deal);
        PAGES.put("payment", "payments/" + payment);
        PAGES.put("rule", "rules/" + rule);
    }

    @Test
    void page_inBothThemesAndOnPhones_hasNoViolation() throws IOException {
        var axe = axe();
        var faults = new ArrayList<String>();
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(1440, 390)) {
                try (var tab = open(width, theme)) {
                    tab.page().evaluate(axe);
                    for (var page : PAGES.entrySet()) {
                        show(tab, page.getValue());
                        for (var fault : (List<?>) tab.page().evaluate(AXE)) {
                            faults.add(page.getKey() + " " + theme + " " + width + ": " + fault);
                        }
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void page_ofPhonesAndWithLargeText_doesNotScrollSideways() {
        var wide = new ArrayList<String>();
        try (var tab = open(320, ColorScheme.LIGHT)) {
            for (var page : PAGES.values()) {
                show(tab, page);
                note(wide, tab, page);
            }
        }
        try (var tab = open(1280, ColorScheme.LIGHT)) {
            tab.page().evaluate("document.documentElement.style.fontSize = '200%'");
            for (var page : PAGES.values()) {
                show(tab, page);
                note(wide, tab, page);
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void words_ofEveryPage_areInTheFileOfWords() throws Exception {
        var data = texts();
        var plain = new TreeSet<String>();
        try (var tab =
                ConsoleTab.open(console.browser(), console.url(), new Browser.NewContextOptions().setLocale("el-GR"))) {
            tab.page()
                    .evaluate(
                            "key => { sessionStorage.setItem('waggle.pseudo', '');"
                                    + " sessionStorage.setItem('waggle.key', key); }",
                            console.key());
            tab.page().reload();
            for (var page : PAGES.values()) {
                show(tab, page);
                for (var text : (List<?>) tab.page().evaluate(PLAIN)) {
                    var rest = String.valueOf(text);
                    for (var known : data) {
                        rest = rest.replace(known, "");
                    }
                    if (LATIN.matcher(UUID_OR_ZONE.matcher(rest).replaceAll("")).find()) {
                        plain.add(page.replaceFirst("/.*", "") + ": " + text);
                    }
                }
            }
        }
        assertThat(plain).isEmpty();
    }

    /** The words of the records, the longest first. */
    private static List<String> texts() throws Exception {
        var texts = new TreeSet<String>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (var path : List.of(
                "stages",
                "partners",
                "leads",
                "deals",
                "payments",
                "commission-rules",
                "api-keys",
                "webhook-endpoints")) {
            for (var field : List.of("label", "name", "email", "domain", "url", "explanation")) {
                console.get("/" + path + "?pageSize=50").findValues(field).forEach(value -> {
                    (value.isArray() ? value.valueStream() : Stream.of(value))
                            .map(JsonNode::asText)
                            .forEach(texts::add);
                });
            }
        }
        return texts.stream().map(text -> text.replaceFirst("^http://", "")).toList();
    }

    /** Beside these, the names of stages, tiers and the like are read once per session. */
    @Test
    void calls_ofAPage_areFew() {
        try (var tab = open(1440, ColorScheme.LIGHT)) {
            for (var page : PAGES.values()) {
                show(tab, page);
            }
            tab.takeCalls();
            var most = Map.of(
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
                    4,
                    "overview",
                    4,
                    "board",
                    1);
            most.forEach((name, count) -> {
                show(tab, Objects.requireNonNull(PAGES.get(name)));
                var calls = tab.takeCalls();
                System.out.println("ConsolePagesTest: " + name + " " + calls);
                assertThat(calls).as(name).hasSizeLessThanOrEqualTo(count);
            });
        }
    }

    /** The local gateway does not compress, and that of AWS does, so this test compresses. */
    @Test
    void files_compressed_haveFewBytes() {
        var responses = new ArrayList<Response>();
        var sizes = new TreeMap<String, Integer>();
        try (var tab = ConsoleTab.open(console.browser(), console.url(), new Browser.NewContextOptions())) {
            tab.page().onResponse(responses::add);
            tab.page().reload();
            tab.page()
                    .getByLabel("API key", new Page.GetByLabelOptions().setExact(true))
                    .waitFor();
            responses.stream()
                    .filter(response -> response.url().contains("/console"))
                    .forEach(response -> sizes.put(response.url().replaceFirst(".*/", ""), compressed(response)));
        }
        System.out.println("ConsolePagesTest: compressed bytes " + sizes);
        assertThat(sizes.values().stream().mapToInt(Integer::intValue).sum()).isBetween(1, MOST_BYTES);
    }

    private static int compressed(Response response) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.size();
    }

    private static ConsoleTab open(int width, ColorScheme theme) {
        var tab = ConsoleTab.open(
                console.browser(),
                console.url(),
                new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(theme)
                        .setReducedMotion(ReducedMotion.REDUCE));
        tab.page().evaluate("key => sessionStorage.setItem('waggle.key', key)", console.key());
        tab.page().reload();
        return tab;
    }

    /** Goes to a page, and waits until it has nothing to load. */
    private static void show(ConsoleTab tab, String page) {
        tab.page().evaluate("hash => { location.hash = '#/' + hash; }", page);
        tab.page().evaluate(CALM, page.replaceFirst("\\?.*", ""));
    }

    private static void note(List<String> wide, ConsoleTab tab, String page) {
        var over = ((Number) tab.page().evaluate(SIDEWAYS)).intValue();
        if (over > 0) {
            wide.add(page + " by " + over + " px");
        }
    }

    private static String axe() throws IOException {
        try (var in = Objects.requireNonNull(ConsolePagesTest.class.getResourceAsStream("/axe.min.js"), "axe")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String uuid(JsonNode record) {
        return record.required("uuid").asText();
    }
}
