package waggle.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsolePages;
import waggle.browser.ConsoleTab;

/** Every page of the console: its width, and where its words are. */
@ExtendWith(Chromium.class)
class ConsolePagesTest {
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern UUID_OR_ZONE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|UTC|GMT|USD|[Ww]aggle|http://|title|aria-label");

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

    private static ConsolePages pages;

    @BeforeAll
    static void start() throws Exception {
        pages = ConsolePages.get();
    }

    @Test
    void page_ofPhonesAndWithLargeText_doesNotScrollSideways() {
        var wide = new ArrayList<String>();
        try (var tab = pages.open(320, ColorScheme.LIGHT)) {
            for (var page : pages.paths().values()) {
                ConsolePages.show(tab, page);
                note(wide, tab, page);
                tab.page().setViewportSize(1280, 900);
                tab.page().evaluate("document.documentElement.style.fontSize = '200%'");
                note(wide, tab, page + " with large text");
                tab.page().evaluate("document.documentElement.style.fontSize = ''");
                tab.page().setViewportSize(320, 900);
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void words_ofEveryPage_areInTheFileOfWords() throws Exception {
        var data = texts();
        var plain = new TreeSet<String>();
        try (var tab = ConsoleTab.open(
                pages.console().browser(), pages.console().url(), new Browser.NewContextOptions().setLocale("el-GR"))) {
            tab.page()
                    .evaluate(
                            "key => { sessionStorage.setItem('waggle.pseudo', '');"
                                    + " sessionStorage.setItem('waggle.key', key); }",
                            pages.console().key());
            tab.page().reload();
            for (var page : pages.paths().values()) {
                ConsolePages.show(tab, page);
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
                pages.console()
                        .get("/" + path + "?pageSize=50")
                        .findValues(field)
                        .forEach(value -> {
                            (value.isArray() ? value.valueStream() : Stream.of(value))
                                    .map(JsonNode::asText)
                                    .forEach(texts::add);
                        });
            }
        }
        texts.add("cannot connect");
        return texts.stream().map(text -> text.replaceFirst("^http://", "")).toList();
    }

    private static void note(List<String> wide, ConsoleTab tab, String page) {
        var over = ((Number) tab.page().evaluate(SIDEWAYS)).intValue();
        if (over > 0) {
            wide.add(page + " by " + over + " px");
        }
    }
}
