package waggle.browser.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsoleTab;
import waggle.cloud.CrmFakes;
import waggle.cloud.crm.fake.FakeAccount;
import waggle.model.crm.mapping.Provider;

/** A CRM connection in the console: a name that both sides changed. */
@ExtendWith(Chromium.class)
class ConsoleCrmTest {
    private static final String COMPANIES = "companies";

    @Test
    void conflict_ofBothNames_isDecidedBesideBothValues() throws Exception {
        var console = ConsoleCloud.open("Synced");
        FakeAccount hubSpot = ConsoleCloud.CRMS.of(Provider.HUBSPOT).account();
        var remote = hubSpot.add(COMPANIES, Map.of("name", "Northwind", "domain", "northwind.example"));
        var connection = console.post(
                        "/crm-connections",
                        "{\"provider\":\"hubspot\",\"label\":\"Ours\",\"credentials\":%s}"
                                .formatted(CrmFakes.credentials(Provider.HUBSPOT)))
                .required("uuid")
                .asText();
        try (var tab = console.signedIn()) {
            tab.go("crm/" + connection + "?tab=links", "CRM");
            tab.button("Synchronise").click();
            tab.page()
                    .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Runs"))
                    .click();
            finished(tab, 1);

            var partner =
                    "/partners/" + console.get("/partners").at("/data/0/uuid").asText();
            console.write("PATCH", "/crm-connections/" + connection, "{\"status\":\"paused\"}");
            console.write("PATCH", partner, "{\"name\":\"Northwind of Waggle\"}");
            hubSpot.edit(COMPANIES, remote, Map.of("name", "Northwind of HubSpot"));
            console.write("PATCH", "/crm-connections/" + connection, "{\"status\":\"active\"}");
            tab.button("Synchronise").click();
            finished(tab, 2);

            tab.go("inbox", "Inbox");
            tab.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("name"))
                    .first()
                    .click();
            assertThat(side(tab, "In Waggle")).containsText("Northwind of Waggle");
            assertThat(side(tab, "In the CRM")).containsText("Northwind of HubSpot");
            tab.button("Take the CRM's").click();
            assertThat(tab.page().getByText("No conflicts")).isVisible();

            tab.page()
                    .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Mapping"))
                    .click();
            tab.button("Edit mapping: Partner").click();
            tab.page()
                    .getByLabel("Wins name", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("waggle");
            tab.button("Save").click();
            assertThat(tab.page().getByRole(AriaRole.DIALOG)).hasCount(0);
            assertThat(console.get("/crm-connections/" + connection + "/mappings")
                            .at("/mappings/0/fields")
                            .findValuesAsText("wins"))
                    .contains("waggle");
            assertThat(console.get(partner).path("name").asText()).isEqualTo("Northwind of HubSpot");
        }
    }

    private static Locator side(ConsoleTab tab, String name) {
        return tab.page()
                .getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void finished(ConsoleTab tab, int runs) {
        assertThat(tab.page().locator("tbody tr").getByText("Finished")).hasCount(runs);
    }
}
