package waggle.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsolePages;
import waggle.browser.ConsoleTab;
import waggle.browser.Hook;
import waggle.cloud.CrmFakes;
import waggle.cloud.demo.DemoCompany;
import waggle.cloud.demo.DemoSize;
import waggle.cloud.demo.Surroundings;
import waggle.model.crm.mapping.Provider;
import waggle.model.keys.KeySecret;

/** Makes pictures of every page of the demo, in both themes, of large screens and of phones ({@code docs/console.md}). */
@ExtendWith(Chromium.class)
@EnabledIfSystemProperty(named = ConsolePicturesTest.DIRECTORY, matches = ".+")
class ConsolePicturesTest {
    static final String DIRECTORY = "waggle.pictures";

    private static final int RATE = 1_000_000;
    private static final Map<String, Integer> WIDTHS = Map.of("", 1440, "-phone", 390);

    @Test
    void page_ofTheDemo_isAPicture() throws Exception {
        var directory = Files.createDirectories(Path.of(Objects.requireNonNull(System.getProperty(DIRECTORY))));
        var console = ConsoleCloud.open("Northwind Software");
        try (var hook = Hook.open()) {
            var pages = pages(console, hook);
            for (var theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                for (var width : WIDTHS.entrySet()) {
                    try (var tab = open(console, theme, width.getValue())) {
                        for (var page : pages.entrySet()) {
                            ConsolePages.show(tab, page.getValue());
                            var name = page.getKey() + width.getKey() + "-"
                                    + theme.name().toLowerCase(Locale.ROOT) + ".png";
                            tab.page().screenshot(new Page.ScreenshotOptions().setPath(directory.resolve(name)));
                            assertThat(directory.resolve(name)).isNotEmptyFile();
                        }
                    }
                }
            }
        }
    }

    private static ConsoleTab open(ConsoleCloud console, ColorScheme theme, int width) {
        var tab = ConsoleTab.open(
                console.browser(),
                console.url(),
                new Browser.NewContextOptions()
                        .setViewportSize(width, width == 1440 ? 900 : 844)
                        .setColorScheme(theme)
                        .setLocale("en-GB")
                        .setReducedMotion(ReducedMotion.REDUCE));
        tab.page().evaluate("key => sessionStorage.setItem('waggle.key', key)", console.key());
        tab.page().reload();
        return tab;
    }

    /** The demo, with an endpoint that fails, and a CRM. */
    private static Map<String, String> pages(ConsoleCloud console, Hook hook) throws Exception {
        console.post(
                "/webhook-endpoints",
                "{\"url\":\"%s\",\"description\":\"Data warehouse\",\"event_types\":[\"deal.*\",\"lead.registered\"]}"
                        .formatted(hook.url()));
        var key = KeySecret.parse(console.key()).orElseThrow();
        new DemoCompany(
                        console.cloud().baseUrl(),
                        key,
                        RATE,
                        1,
                        new DemoSize(DemoSize.DEFAULT),
                        Surroundings.NONE,
                        System.out::println)
                .fill();
        console.post(
                "/crm-connections",
                "{\"provider\":\"hubspot\",\"label\":\"HubSpot\",\"credentials\":%s}"
                        .formatted(CrmFakes.credentials(Provider.HUBSPOT)));
        var pages = new LinkedHashMap<String, String>();
        ConsolePages.LISTS.forEach(path -> pages.put(path.replaceAll("\\W+", "-"), path));
        pages.put("partner", "partners/" + first(console, "/partners?sort=-won_value"));
        pages.put("partner-payments", pages.get("partner") + "?tab=payments");
        pages.put("contact", "contacts/" + first(console, "/contacts"));
        pages.put("lead", "leads/" + first(console, "/leads?registration_status=approved"));
        pages.put("deal", "deals/" + first(console, "/deals?phase=closed_won"));
        pages.put("payment", "payments/" + first(console, "/payments"));
        pages.put("rule", "rules/" + first(console, "/commission-rules"));
        pages.put("crm-mapping", "crm?tab=mapping");
        return pages;
    }

    private static String first(ConsoleCloud console, String path) throws Exception {
        return console.get(path).at("/data/0/uuid").asText();
    }
}
