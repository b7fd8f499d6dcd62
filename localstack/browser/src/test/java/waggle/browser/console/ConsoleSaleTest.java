package waggle.browser.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsoleTab;
import waggle.browser.Hook;

/** A sale in the console, from the registration of a lead to the payment, and a webhook that fails. */
@ExtendWith(Chromium.class)
class ConsoleSaleTest {
    private static ConsoleCloud console;

    @BeforeAll
    static void start() throws Exception {
        console = ConsoleCloud.open("Sales");
        console.post("/commission-rules", """
                {"label":"Resellers","partner_type":"reseller","entries":[{"trigger":{"stage_uuid":"%s"},\
                "calculation":{"type":"one_off","option":"percentage","value":10}}]}""".formatted(console.labelled("/stages?kind=deal", "Closed won")));
    }

    @Test
    void lead_approvedConvertedAndWon_paysAnExplainedCommission() throws Exception {
        var partner = console.post("/partners", "{\"name\":\"Café Systems\",\"partner_type\":\"reseller\"}")
                .required("uuid")
                .asText();
        var lead =
                console.post("/leads", """
                {"company_name":"Rasa Retail","email":"ada@rasa-retail.example","partner_uuid":"%s","estimated_value":12000,\
                "currency_code":"USD"}""".formatted(partner)).required("uuid").asText();
        console.post("/leads/" + lead + "/register", "{}");
        try (var tab = console.signedIn()) {
            tab.go("inbox", "Inbox");
            tab.button("Approve Rasa Retail").click();
            assertThat(tab.page().getByText("Rasa Retail is approved")).isVisible();

            tab.go("leads/" + lead, "Rasa Retail");
            assertThat(tab.page().getByText("90 days left")).isVisible();
            tab.button("Convert").click();
            dialogButton(tab, "Convert").click();
            assertThat(tab.page()).hasURL(Pattern.compile("#/deals/"));

            tab.button("Closed won").click();
            dialogButton(tab, "Closed won").click();
            assertThat(tab.page().getByText("10 % of 12000.00 USD is 1200.00 USD."))
                    .isVisible();

            tab.go("inbox", "Inbox");
            tab.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(Pattern.compile("^Approve Café Systems .*1,200")))
                    .click();
            assertThat(tab.page().getByText("Nothing waits")).isVisible();
        }
    }

    @Test
    void delivery_thatFails_isSentAgainOnceTheReceiverIsMended() throws Exception {
        try (var hook = Hook.open();
                var tab = console.signedIn()) {
            tab.go("webhooks", "Webhooks");
            tab.button("New endpoint").click();
            tab.page()
                    .getByLabel("URL", new Page.GetByLabelOptions().setExact(true))
                    .fill(hook.url());
            tab.page()
                    .getByLabel("Events", new Page.GetByLabelOptions().setExact(true))
                    .fill("tag.created");
            tab.button("Create").click();
            assertThat(tab.page().locator("[data-secret]")).containsText("whsec_");
            tab.button("Close").first().click();

            tab.awaitLive();
            console.post("/tags", "{\"label\":\"Cloud\",\"association\":\"partner\"}");
            var failed = tab.page().locator(".attempts .wrong").first();
            assertThat(failed).containsText("503");
            assertThat(failed).containsText("queue full");

            tab.button("Last 24 hours").click();
            assertThat(tab.page().getByText("calls in 24 hours").first()).isVisible();
            hook.mend();
            tab.button("Send again").click();
            assertThat(tab.page().locator(".attempts .good").first()).containsText("200");
        }
    }

    private static Locator dialogButton(ConsoleTab tab, String name) {
        return tab.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
