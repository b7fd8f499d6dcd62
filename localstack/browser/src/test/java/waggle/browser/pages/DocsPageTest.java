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
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(1440, 390)) {
                for (var place : List.of("", "#/createPartner", "#/listDeals", "#/Rules/createCommissionRule")) {
                    try (var tab = open(width, theme, place)) {
                        var page = tab.page();
                        page.locator("main summary").all().stream().limit(3).forEach(Locator::click);
                        Axe.violations(page)
                                .forEach(fault -> faults.add(place + " " + theme + " " + width + " " + fault));
                        assertThat(page.evaluate(SIDEWAYS))
                                .as("%s %s", place, width)
                                .isEqualTo(0);
                        page.screenshot(new Page.ScreenshotOptions()
                                .setPath(Path.of(
                                        "target", "docs", place.replaceAll(".*/", "") + theme + width + ".png")));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void operation_isFoundByItsWords_andShowsFieldsAndACall() {
        try (var tab = open(1440, ColorScheme.LIGHT, "")) {
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

    private static ConsoleTab open(int width, ColorScheme theme, String place) {
        var tab = ConsoleTab.open(
                Chromium.browser(),
                url + place,
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(theme));
        assertThat(tab.page().locator("h1")).isVisible();
        return tab;
    }
}
