package waggle.browser.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsoleTab;

/** What the console shows when a request does not succeed. */
@ExtendWith(Chromium.class)
class ConsoleStatesTest {
    private static final Pattern LIST = Pattern.compile("/v1/partners\\?");

    private static ConsoleCloud console;

    @BeforeAll
    static void start() throws Exception {
        console = ConsoleCloud.open("States");
        console.post("/partners", "{\"name\":\"Fjord IT\",\"partner_type\":\"reseller\"}");
    }

    /** The pause is so long that it ends only by the hand of the browser's clock. */
    @Test
    void tooManyRequests_waitAndGoOnByThemselves() {
        try (var tab = console.signedIn()) {
            tab.page().clock().install();
            tab.page()
                    .route(
                            LIST,
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(429)
                                    .setHeaders(Map.of("Retry-After", "600"))));
            tab.go("partners", "Partners");
            assertThat(tab.page().locator("[data-meter]")).containsText("Too many requests: goes on in");
            tab.page().unroute(LIST);
            assertThat(tab.link("Fjord IT")).hasCount(0);

            tab.page().clock().fastForward("10:00");
            assertThat(tab.link("Fjord IT")).isVisible();
            assertThat(tab.page().locator("[data-meter]")).containsText("requests this minute");
        }
    }

    @Test
    void connectionThatBreaksOff_canBeTriedAgain() {
        try (var tab = console.signedIn()) {
            tab.page().route(LIST, Route::abort);
            tab.go("partners", "Partners");
            assertThat(tab.page().getByText("Waggle cannot be reached")).isVisible();
            tab.page().unroute(LIST);
            tab.button("Try again").click();
            assertThat(tab.link("Fjord IT")).isVisible();
        }
    }

    @Test
    void refusal_showsTheSentenceOfTheApi_andTheRequest() {
        try (var tab = console.signedIn()) {
            fails(tab, 403, "access_denied", "The API key needs the scope partners:read");
            tab.go("partners", "Partners");
            assertThat(tab.page().getByText("The API key needs the scope partners:read"))
                    .isVisible();
            assertThat(tab.page().getByText("This API key lacks partners:read")).isVisible();
            assertThat(tab.page().getByText("req-1")).isVisible();
        }
    }

    @Test
    void keyThatEnds_leadsToTheSignIn_andBackToTheSamePage() {
        try (var tab = console.signedIn()) {
            fails(tab, 401, "unauthorized", "The API key is not valid");
            tab.page().navigate(console.url() + "#/partners?sort=name");
            assertThat(tab.page().getByLabel("API key", new Page.GetByLabelOptions().setExact(true)))
                    .isVisible();
            tab.page().unroute(LIST);
            tab.signIn(console.key());
            assertThat(tab.link("Fjord IT")).isVisible();
            assertThat(tab.page()).hasURL(Pattern.compile("#/partners\\?sort=name$"));
        }
    }

    @Test
    void recordThatIsGone_saysSo() {
        try (var tab = console.signedIn()) {
            tab.page().navigate(console.url() + "#/partners/01a21814-cc20-74b3-a03a-8ad4403bbbcf");
            assertThat(tab.page().getByText("it belongs to another company")).isVisible();
        }
    }

    /** A list that a link has narrowed shows by what, and can be widened. */
    @Test
    void filterOfALink_isShown_andCanBeTakenAway() {
        try (var tab = console.signedIn()) {
            tab.go("partners?created_before=2020-01-01&status=declined", "Partners");
            assertThat(tab.page().getByText("Nothing matches")).isVisible();
            tab.button("Without: Status").click();
            assertThat(tab.page()).hasURL(Pattern.compile("#/partners\\?created_before=2020-01-01$"));
            tab.page().getByText("Created before: Jan 1, 2020").click();
            assertThat(tab.link("Fjord IT")).isVisible();
        }
    }

    @Test
    void keyOfOneResource_mayWhatItsScopesSay() throws Exception {
        var payee = console.post("/partners", "{\"name\":\"Payee\",\"partner_type\":\"reseller\"}")
                .required("uuid")
                .asText();
        console.post("/payments", """
                {"recipient_type":"partner","recipient_uuid":"%s","category":"spiff","payment_value":120,"currency_code":"USD",\
                "due_date":"2026-01-01"}""".formatted(payee));
        var key = console.post("/api-keys", "{\"label\":\"Payer\",\"scopes\":[\"payments:read\",\"payments:write\"]}")
                .required("key")
                .asText();
        try (var tab = ConsoleTab.signedIn(console.browser(), console.url(), key)) {
            tab.go("inbox", "Inbox");
            assertThat(tab.button("Approve Payee $120")).isVisible();
            tab.go("partners", "Partners");
            assertThat(tab.page().getByText("This API key lacks partners:read")).isVisible();
        }
    }

    @Test
    void stepsOfANewCompany_areTickedOnceTheyAreDone() throws Exception {
        var company = ConsoleCloud.open("Beginners");
        try (var tab = company.signedIn()) {
            tab.go("overview", "Overview");
            assertThat(tab.page().locator(".steps .done")).hasText(new String[] {"Look at the stages"});
            var won = company.labelled("/stages?kind=deal", "Closed won");
            company.post("/partners", "{\"name\":\"First\",\"partner_type\":\"reseller\"}");
            company.post("/commission-rules", """
                    {"label":"Resellers","partner_type":"reseller","entries":[{"trigger":{"stage_uuid":"%s"},\
                    "calculation":{"type":"one_off","option":"percentage","value":10}}]}""".formatted(won));
            tab.go("settings", "Settings");
            tab.go("overview", "Overview");
            assertThat(tab.page().locator(".steps .done"))
                    .hasText(new String[] {"Look at the stages", "Add the first partner", "Write a commission rule"});
        }
    }

    private static void fails(ConsoleTab tab, int status, String code, String sentence) {
        tab.page()
                .route(
                        LIST,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(status)
                                .setContentType("application/json")
                                .setBody("{\"code\":\"%s\",\"error\":\"%s\",\"request_id\":\"req-1\"}"
                                        .formatted(code, sentence))));
    }
}
