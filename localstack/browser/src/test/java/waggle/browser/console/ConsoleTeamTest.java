package waggle.browser.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsoleTab;
import waggle.browser.Hook;

/** A day of a person who looks after partners: one tab, signed in with a key of that person. */
@ExtendWith(Chromium.class)
class ConsoleTeamTest {
    private static final String FILE = """
            name,partner_type,stage,tags,owners,shoe_size
            Delta Ltd,reseller,Active,Cloud|New,maya@team.example,44
            "Elm, ""Sons"" & Co",referral,,,,
            No Type,,,,,
            Lost Stage,reseller,Nowhere,,,
            """;

    private static ConsoleCloud console;
    private static String maya;
    private static ConsoleTab tab;

    @BeforeAll
    static void start() throws Exception {
        console = ConsoleCloud.open("Team");
        maya = uuid(console.post(
                "/users",
                "{\"email\":\"maya@team.example\",\"first_name\":\"Maya\",\"last_name\":\"Ito\",\"role\":\"admin\"}"));
        var key = console.post(
                "/api-keys", "{\"label\":\"Maya\",\"scopes\":[\"admin\"],\"user_uuid\":\"%s\"}".formatted(maya));
        console.post("/tags", "{\"label\":\"Cloud\",\"association\":\"partner\"}");
        console.post("/tags", "{\"label\":\"New\",\"association\":\"partner\"}");
        tab = ConsoleTab.signedIn(
                console.browser(), console.url(), key.required("key").asText());
    }

    @AfterAll
    static void stop() {
        if (tab != null) {
            tab.close();
        }
    }

    @Test
    void mention_waitsInTheInbox_untilItIsRead() throws Exception {
        var partner = partner("Mentioned");
        console.post(
                "/partners/" + partner + "/notes",
                "{\"content\":\"Please call them\",\"mentions\":[\"%s\"]}".formatted(maya));
        console.await("/notifications?type=mentioned&unread=true&user_uuid=" + maya);

        tab.go("inbox", "Inbox");
        assertThat(tab.page().getByText("Mentions of you")).isVisible();
        tab.page().getByText("Mark as read").click();

        assertThat(tab.page().getByText("Mentions of you")).hasCount(0);
    }

    @Test
    void registration_isAssignedFromTheInbox() throws Exception {
        var lead = uuid(console.post(
                "/leads",
                "{\"company_name\":\"Oak\",\"email\":\"a@oak.example\",\"partner_uuid\":\"%s\"}"
                        .formatted(partner("Of Oak"))));
        console.post("/leads/" + lead + "/register", "{}");

        tab.go("inbox", "Inbox");
        tab.button("Assign Oak").click();
        item("Maya Ito").click();

        assertThat(tab.page().getByText("Oak belongs to Maya Ito")).isVisible();
        assertThat(console.get("/leads/" + lead).at("/assigned_user_uuids/0").asText())
                .isEqualTo(maya);
    }

    @Test
    void file_ofPartners_isReadBeforeItIsWritten_andMakesNoDoubles() throws Exception {
        for (var time = 1; time <= 2; time++) {
            tab.go("partners?search=" + time, "Partners");
            tab.button("Import CSV").click();
            tab.page()
                    .getByLabel("CSV file")
                    .setInputFiles(new FilePayload("partners.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
            assertThat(dialog()).containsText("2 partners, 2 requests.");
            assertThat(dialog()).containsText("Columns that are not read: shoe_size.");
            assertThat(dialog()).containsText("partner_type must be one of referral, reseller, distributor");
            assertThat(dialog()).containsText("no stage has the name Nowhere");
            tab.button("Import 2").click();
            assertThat(dialog()).containsText("2 of 2 are in Waggle");
            closeDialog();
        }

        var made = console.get("/partners?created_after=2020-01-01&pageSize=50").required("data");
        assertThat(made)
                .extracting(partner -> partner.required("name").asText())
                .contains("Elm, \"Sons\" & Co")
                .containsOnlyOnce("Delta Ltd");
        var delta = made.valueStream()
                .filter(partner -> partner.required("name").asText().equals("Delta Ltd"))
                .findFirst()
                .orElseThrow();
        assertThat(delta.required("tag_uuids")).hasSize(2);
        assertThat(delta.at("/assigned_user_uuids/0").asText()).isEqualTo(maya);
        assertThat(delta.required("stage_uuid").asText()).isEqualTo(console.labelled("/stages?kind=partner", "Active"));
    }

    @Test
    void partner_withoutAStage_isInTheFirstColumn_andMovesIntoTheNext() throws Exception {
        partner("Stageless");

        tab.go("board", "Partner board");
        var first = tab.page().locator(".column").first();
        assertThat(first).containsText("Without a stage");
        assertThat(first).containsText("Stageless");
        tab.link("Stageless").focus();
        tab.page().keyboard().press("Shift+ArrowRight");

        assertThat(tab.column("Discovery").getByText("Stageless")).isVisible();
        assertThat(tab.page().getByText("Stageless is now in Discovery")).isVisible();
        tab.button("Undo").last().click();
        assertThat(tab.column("Without a stage").getByText("Stageless")).isVisible();
    }

    @Test
    void partners_getAnOwnerTogether() throws Exception {
        var pine = partner("Pine");
        var yew = partner("Yew");

        tab.go("partners?assigned=false", "Partners");
        tab.page().getByLabel("Select Pine").check();
        tab.page().getByLabel("Select Yew").check();
        tab.page().locator(".sumline").getByText("Owner").click();
        item("Maya Ito").click();

        assertThat(tab.page().getByText("2 of 2 changed")).isVisible();
        for (var partner : new String[] {pine, yew}) {
            assertThat(console.get("/partners/" + partner)
                            .at("/assigned_user_uuids/0")
                            .asText())
                    .isEqualTo(maya);
        }
    }

    @Test
    void payments_areApprovedTogether() throws Exception {
        var partner = partner("Paid");
        for (var value : new int[] {100, 150}) {
            console.post("/payments", """
                    {"recipient_type":"partner","recipient_uuid":"%s","category":"spiff","payment_value":%d,"currency_code":"USD",\
                    "due_date":"2026-01-01"}""".formatted(partner, value));
        }

        tab.go("payments?status=pending", "Payments");
        assertThat(tab.page().getByText("Sum of all 2")).isVisible();
        assertThat(tab.page().locator(".sumline")).containsText("$250");
        for (var box : tab.page().locator("tbody input[type=checkbox]").all()) {
            box.check();
        }
        tab.button("Approve").click();

        assertThat(tab.page().getByText("2 of 2 approved")).isVisible();
        assertThat(console.get("/payments?status=approved").at("/meta/record-count"))
                .hasToString("2");
    }

    @Test
    void rule_namesSeveralPartners_thatAreFoundByName() throws Exception {
        for (var name : new String[] {"Larch", "Willow"}) {
            partner(name);
            console.awaitFound(name.toLowerCase(Locale.ROOT));
        }

        tab.go("rules", "Rules");
        tab.button("New rule").first().click();
        tab.page().getByText("Resale share").click();
        for (var name : new String[] {"Larch", "Willow"}) {
            dialog().getByLabel("Partners", new Locator.GetByLabelOptions().setExact(true))
                    .fill(name);
            tab.page().locator(".picker [role=option]").first().click();
            assertThat(dialog().locator(".chip").getByText(name)).isVisible();
        }
        tab.button("Create").click();

        assertThat(tab.page()).hasURL(Pattern.compile("#/rules/.+"));
        assertThat(console.get("/commission-rules").at("/data/0/partner_uuids")).hasSize(2);
    }

    @Test
    void deliveries_thatFailed_areAllSentAgain() throws Exception {
        try (var hook = Hook.open()) {
            hook.isGone();
            var endpoint = uuid(console.post(
                    "/webhook-endpoints", "{\"url\":\"%s\",\"event_types\":[\"tier.created\"]}".formatted(hook.url())));
            console.post("/tiers", "{\"label\":\"Gold\"}");
            console.await("/webhook-endpoints/" + endpoint + "/deliveries?status=failed");
            hook.mend();
            console.write("PATCH", "/webhook-endpoints/" + endpoint, "{\"status\":\"enabled\"}");

            tab.go("webhooks/" + endpoint + "?status=failed", "Webhooks");
            tab.button("Retry all 1 failed").click();
            dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send again"))
                    .click();

            console.await("/webhook-endpoints/" + endpoint + "/deliveries?status=succeeded");
            assertThat(tab.page().getByText("Done: ")).isVisible();
            closeDialog();
        }
    }

    private static Locator dialog() {
        return tab.page().getByRole(AriaRole.DIALOG);
    }

    private static void closeDialog() {
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .last()
                .click();
        assertThat(dialog()).hasCount(0);
    }

    private static Locator item(String name) {
        return tab.page()
                .locator("[role^=menuitem]")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    private static String partner(String name) throws Exception {
        return uuid(console.post("/partners", "{\"name\":\"%s\",\"partner_type\":\"reseller\"}".formatted(name)));
    }

    private static String uuid(JsonNode record) {
        return record.required("uuid").asText();
    }
}
