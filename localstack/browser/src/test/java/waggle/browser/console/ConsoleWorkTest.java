package waggle.browser.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsoleTab;

/** Forms that take names, templates of rules, decisions about several records, and files. */
@ExtendWith(Chromium.class)
class ConsoleWorkTest {
    private static ConsoleCloud console;
    private static String partner;

    @BeforeAll
    static void start() throws Exception {
        console = ConsoleCloud.open("Work");
        partner = console.post("/partners", "{\"name\":\"Café Systems\",\"partner_type\":\"reseller\"}")
                .required("uuid")
                .asText();
        console.awaitFound("cafe");
    }

    @Test
    void deal_ofAPartnerThatIsFoundByName_belongsToIt() throws Exception {
        try (var tab = console.signedIn()) {
            tab.go("deals", "Deals");
            tab.button("New deal").first().click();
            labelled(tab, "Label").fill("=Five seats");
            labelled(tab, "Partner").fill("cafe");
            tab.page().locator(".picker [role=option]").first().click();
            tab.button("Create").click();
            assertThat(tab.page()).hasURL(Pattern.compile("#/deals/.+"));
            assertThat(tab.page()
                            .getByRole(AriaRole.MAIN)
                            .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Café Systems"))
                            .first())
                    .isVisible();

            tab.go("deals", "Deals");
            tab.button("Export as CSV").click();
            assertThat(tab.page().getByText("Requests for them: 1,")).isVisible();
            var file =
                    tab.page().waitForDownload(() -> tab.button("Download CSV").click());
            var lines = Files.readString(file.path()).lines().toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.getFirst()).startsWith("\ufeffuuid,").contains("partner_name");
            assertThat(lines.getLast()).contains("'=Five seats", "Café Systems");
        }
    }

    @Test
    void rule_fromATemplate_hasItsEntries() throws Exception {
        try (var tab = console.signedIn()) {
            tab.go("rules", "Rules");
            tab.button("New rule").first().click();
            tab.page().getByText("Subscription share").click();
            tab.button("One more: Entries").click();
            tab.button("Create").click();
            assertThat(tab.page()).hasURL(Pattern.compile("#/rules/.+"));
            var entries = console.get("/commission-rules").at("/data/0/entries");
            assertThat(entries).hasSize(3);
            assertThat(entries.at("/1/calculation/occurrences").asInt()).isEqualTo(12);
            tab.button("Edit").click();
            tab.button("One less: Entries").click();
            tab.button("Save").click();
            assertThat(tab.page().getByRole(AriaRole.DIALOG)).hasCount(0);
            assertThat(console.get("/commission-rules").at("/data/0/entries")).hasSize(2);
        }
    }

    @Test
    void registrations_chosenInTheInbox_areRejectedTogether() throws Exception {
        for (var name : new String[] {"Alder", "Birch"}) {
            var lead = console.post(
                            "/leads",
                            "{\"company_name\":\"%s\",\"email\":\"a@%s.example\",\"partner_uuid\":\"%s\"}"
                                    .formatted(name, name.toLowerCase(Locale.ROOT), partner))
                    .required("uuid")
                    .asText();
            console.post("/leads/" + lead + "/register", "{}");
        }
        try (var tab = console.signedIn()) {
            tab.go("inbox", "Inbox");
            tab.page().getByLabel("Select all").check();
            tab.button("Reject 2").click();
            labelled(tab, "Reason").fill("Ours already");
            tab.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reject"))
                    .click();
            assertThat(tab.page().getByText("2 of 2 rejected")).isVisible();
            assertThat(tab.page().getByText("Registrations to decide")).hasCount(0);

            tab.go("leads/board", "Lead board");
            assertThat(tab.column("New").getByText("Alder")).isVisible();
            tab.link("Alder").focus();
            tab.page().keyboard().press("Shift+ArrowRight");
            assertThat(tab.column("Contacted").getByText("Alder")).isVisible();
        }
    }

    @Test
    void statement_ofAPartner_addsUp() throws Exception {
        console.post("/payments", """
                {"recipient_type":"partner","recipient_uuid":"%s","category":"spiff","payment_value":120,"due_date":"2026-01-01"}""".formatted(partner));
        try (var tab = console.signedIn()) {
            tab.go("partners/" + partner + "?tab=payments", "Café Systems");
            tab.button("Statement").click();
            var rows = tab.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.ROW);
            assertThat(rows.last()).containsText("$120");
        }
    }

    @Test
    void sum_ofMoreThanAPage_isAddedUpOnRequest() throws Exception {
        var payee = console.post("/partners", "{\"name\":\"Many Payments\",\"partner_type\":\"reseller\"}")
                .required("uuid")
                .asText();
        for (var i = 0; i < 26; i++) {
            console.post("/payments", """
                    {"recipient_type":"partner","recipient_uuid":"%s","category":"adjustment","payment_value":10,"currency_code":"USD",\
                    "due_date":"2026-01-01"}""".formatted(payee));
        }
        try (var tab = console.signedIn()) {
            tab.go("payments?category=adjustment", "Payments");
            assertThat(tab.page().getByText("Sum of the 25 on this page, of 26"))
                    .isVisible();
            assertThat(tab.page().locator(".sumline")).containsText("$250");

            tab.button("Add up all (requests: 1)").click();

            assertThat(tab.page().getByText("Sum of all 26")).isVisible();
            assertThat(tab.page().locator(".sumline")).containsText("$260");
        }
    }

    private static Locator labelled(ConsoleTab tab, String label) {
        return tab.page().getByRole(AriaRole.DIALOG).getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }
}
