package waggle.browser.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsoleTab;

/** A walk through the console without a pointer. */
@ExtendWith(Chromium.class)
class ConsoleKeyboardTest {
    private static ConsoleCloud console;
    private static String lead;

    @BeforeAll
    static void start() throws Exception {
        console = ConsoleCloud.open("Keys");
        var partner = console.post(
                        "/partners",
                        "{\"name\":\"Fjord IT\",\"partner_type\":\"reseller\",\"stage_uuid\":\"%s\"}"
                                .formatted(console.labelled("/stages?kind=partner", "Discovery")))
                .required("uuid")
                .asText();
        console.post(
                "/contacts",
                "{\"email\":\"zoe@fjord.example\",\"first_name\":\"Zoe\",\"partner_uuid\":\"%s\"}".formatted(partner));
        lead = console.post(
                        "/leads",
                        "{\"company_name\":\"Rasa Retail\",\"email\":\"ada@rasa.example\",\"partner_uuid\":\"%s\"}"
                                .formatted(partner))
                .required("uuid")
                .asText();
        console.post("/leads/" + lead + "/register", "{}");
        console.awaitFound("zoe");
    }

    @Test
    void signInListBoardAndInbox_needNoPointer() {
        try (var tab = ConsoleTab.open(console.browser(), console.url(), new Browser.NewContextOptions())) {
            var keys = tab.page().keyboard();
            assertThat(tab.page().getByLabel("API key", new Page.GetByLabelOptions().setExact(true)))
                    .isFocused();
            keys.type(console.key());
            keys.press("Enter");
            heading(tab, "Overview");

            goTo(keys, "p");
            heading(tab, "Partners");
            assertThat(tab.page().locator("tbody tr")).hasCount(1);
            keys.press("j");
            assertThat(tab.link("Fjord IT")).isFocused();
            keys.press("Enter");
            heading(tab, "Fjord IT");

            goTo(keys, "b");
            heading(tab, "Partner board");
            assertThat(tab.link("Fjord IT")).isVisible();
            keys.press("j");
            keys.press("Shift+ArrowRight");
            assertThat(tab.page().getByText("Fjord IT is now in Evaluation")).isVisible();
            assertThat(tab.link("Fjord IT")).isFocused();

            goTo(keys, "i");
            heading(tab, "Inbox");
            assertThat(tab.link("Rasa Retail")).isVisible();
            keys.press("j");
            assertThat(tab.link("Rasa Retail")).isFocused();
            keys.press("a");
            assertThat(tab.page().getByText("Rasa Retail is approved")).isVisible();
        }
    }

    @Test
    void contact_foundByThePalette_isOpened() {
        try (var tab = console.signedIn()) {
            var keys = tab.page().keyboard();
            keys.press("Control+k");
            assertThat(tab.page().getByRole(AriaRole.COMBOBOX)).isFocused();
            keys.type("zoe");
            assertThat(tab.page().getByRole(AriaRole.OPTION)).hasCount(1);
            keys.press("Enter");
            heading(tab, "Zoe");
            assertThat(tab.page()).hasURL(Pattern.compile("#/contacts/"));
            assertThat(tab.link("Fjord IT").first()).isVisible();
        }
    }

    private static void goTo(Keyboard keys, String place) {
        keys.press("g");
        keys.press(place);
    }

    private static void heading(ConsoleTab tab, String text) {
        assertThat(tab.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(text);
    }
}
