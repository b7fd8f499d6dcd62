package waggle.browser.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Axe;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsoleTab;
import waggle.model.catalogue.OpenPage;

/** The documentation page, which shows the OpenAPI document. */
@ExtendWith(Chromium.class)
class DocsPageTest {
    private static final String SIDEWAYS =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private static String url;

    @BeforeAll
    static void start() throws Exception {
        url = ConsoleCloud.open("Docs").cloud().url(OpenPage.DOCS).toString();
    }

    @Test
    void page_inBothThemesAndOnPhones_hasNoViolation_andDoesNotScrollSideways() throws IOException {
        var faults = new ArrayList<String>();
        for (var width : List.of(1440, 390)) {
            try (var tab = open(width)) {
                var page = tab.page();
                page.evaluate(Axe.script());
                faults.addAll(faults(page, "overview" + width));
                for (var operation : List.of("createPartner", "listDeals", "Rules/createCommissionRule")) {
                    page.navigate(url + "#/" + operation);
                    assertThat(page.locator("h1")).isFocused();
                    faults.addAll(faults(page, operation.replaceAll(".*/", "") + width));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** The themes differ in colors only. */
    private static List<String> faults(Page page, String name) {
        page.locator("main summary").all().stream().limit(3).forEach(Locator::click);
        var faults = new ArrayList<>(Axe.found(page));
        assertThat(page.evaluate(SIDEWAYS)).as(name).isEqualTo(0);
        show(page, name, ColorScheme.DARK);
        faults.addAll(Axe.found(page, "color-contrast"));
        show(page, name, ColorScheme.LIGHT);
        return faults.stream().map(fault -> name + " " + fault).toList();
    }

    private static void show(Page page, String name, ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "docs", name + theme + ".png")));
    }

    @Test
    void operation_isFoundByItsWords_andShowsFieldsAndACall() {
        try (var tab = open(1440)) {
            var page = tab.page();
            page.getByLabel("Search operations").fill("creates a partner");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions()
                                    .setName("Creates a partner")
                                    .setExact(false))
                    .first()
                    .click();

            assertThat(page.locator("h1")).hasText("Creates a partner");
            assertThat(page.locator("h1")).isFocused();
            assertThat(page.locator("pre").first()).containsText("/v1/partners");
            assertThat(page.locator("main")).containsText("email_domain");
            assertThat(page).hasTitle("Creates a partner – Waggle");
        }
    }

    private static ConsoleTab open(int width) {
        var tab = ConsoleTab.open(
                Chromium.browser(),
                url,
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(ColorScheme.LIGHT));
        assertThat(tab.page().locator("h1")).isVisible();
        return tab;
    }
}
