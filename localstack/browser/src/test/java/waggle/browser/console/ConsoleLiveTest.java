package waggle.browser.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsolePages;
import waggle.browser.ConsoleTab;

/** What changes after a page was read, and before the socket tells it: no page misses it. */
@ExtendWith(Chromium.class)
class ConsoleLiveTest {
    private static final Pattern TICKETS = Pattern.compile("/v1/live/tickets");
    private static final Pattern SORTED = Pattern.compile("/v1/partners\\?.*sort=name");

    private static ConsoleCloud console;
    private static String partner;

    private final List<Route> tickets = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        console = ConsoleCloud.open("Gaps");
        partner = uuid(console.post("/partners", "{\"name\":\"Fjord IT\",\"partner_type\":\"reseller\"}"));
    }

    @FunctionalInterface
    private interface Change {
        void make() throws Exception;
    }

    /** Reads a page while the socket cannot open, makes a change, and lets the socket open. */
    private void missed(String path, Change change, String text) throws Exception {
        var options = new Browser.NewContextOptions().setViewportSize(1440, 900);
        try (var tab = ConsoleTab.open(console.browser(), console.url(), options)) {
            tab.page().route(TICKETS, tickets::add);
            tab.signIn(console.key());
            tab.page().waitForCondition(() -> !tickets.isEmpty());
            ConsolePages.show(tab, path, tickets.size());
            assertThat(shown(tab, text)).hasCount(0);

            change.make();
            tab.page().unroute(TICKETS);
            tickets.forEach(Route::resume);

            assertThat(shown(tab, text).first()).isVisible();
        }
    }

    private static Locator shown(ConsoleTab tab, String text) {
        return tab.page().locator("main").getByText(text);
    }

    @Test
    void list_hearsOfANewRecord() throws Exception {
        missed("partners", () -> named("New One"), "1 new – show");
    }

    @Test
    void list_showsAChangedRow() throws Exception {
        var changed = named("Before");
        missed(
                "partners",
                () -> console.write("PATCH", "/partners/" + changed, "{\"name\":\"Afterwards\"}"),
                "Afterwards");
    }

    @Test
    void list_hearsOfARecordThatItsFilterFindsNow() throws Exception {
        var changed = named("To accept");
        missed(
                "partners?status=accepted",
                () -> console.write("PATCH", "/partners/" + changed, "{\"status\":\"accepted\"}"),
                "1 new – show");
    }

    @Test
    void list_belowARecord_hearsOfANewOne() throws Exception {
        missed(
                "partners/" + partner + "?tab=contacts",
                () -> console.post(
                        "/contacts", "{\"email\":\"ines@x.example\",\"partner_uuid\":\"%s\"}".formatted(partner)),
                "1 new – show");
    }

    @Test
    void board_showsANewCard() throws Exception {
        missed("board", () -> named("New Card"), "New Card");
    }

    @Test
    void record_showsItsChange() throws Exception {
        var changed = named("Harbour");
        missed(
                "partners/" + changed,
                () -> console.write("PATCH", "/partners/" + changed, "{\"description\":\"Sells anchors\"}"),
                "Sells anchors");
    }

    @Test
    void activity_showsTheChange() throws Exception {
        var changed = named("Active");
        missed(
                "partners/" + changed,
                () -> console.write("PATCH", "/partners/" + changed, "{\"phone_number\":\"+47 1\"}"),
                "Phone number changed");
    }

    @Test
    void notes_showANewOne() throws Exception {
        missed(
                "partners/" + partner + "?tab=notes",
                () -> console.post("/partners/" + partner + "/notes", "{\"content\":\"Call them back\"}"),
                "Call them back");
    }

    @Test
    void inbox_showsARegistration() throws Exception {
        var lead = uuid(console.post(
                "/leads",
                "{\"company_name\":\"Alder\",\"email\":\"a@alder.example\",\"partner_uuid\":\"%s\"}"
                        .formatted(partner)));
        missed("inbox", () -> console.post("/leads/" + lead + "/register", "{}"), "alder.example");
    }

    @Test
    void inbox_showsAPayment() throws Exception {
        missed("inbox", () -> console.post("/payments", """
                {"recipient_type":"partner","recipient_uuid":"%s","category":"spiff","label":"For March","payment_value":120,\
                "currency_code":"USD","due_date":"2026-01-01"}""".formatted(partner)), "For March");
    }

    @Test
    void events_showANewOne() throws Exception {
        missed(
                "events?type=category.*",
                () -> console.post("/categories", "{\"label\":\"Agency\"}"),
                "category.created");
    }

    @Test
    void overview_showsTheLatest() throws Exception {
        missed("overview", () -> named("The Latest"), "The Latest");
    }

    @Test
    void settings_showANewTier() throws Exception {
        missed("settings?tab=tiers", () -> console.post("/tiers", "{\"label\":\"Platinum\"}"), "Platinum");
    }

    /** The reply of a read that began before a change must not hide what the socket told meanwhile. */
    @Test
    void read_olderThanAnEvent_doesNotHideIt() throws Exception {
        var changed = named("Stale");
        var hasHeard = new AtomicBoolean();
        var options = new Browser.NewContextOptions().setViewportSize(1440, 900);
        try (var tab = ConsoleTab.open(console.browser(), console.url(), options)) {
            tab.page()
                    .onWebSocket(socket -> socket.onFrameReceived(frame -> hasHeard.set(
                            hasHeard.get() || String.valueOf(frame.text()).contains("Freshly named"))));
            tab.signIn(console.key());
            ConsolePages.show(tab, "partners");
            tab.awaitLive();
            var reads = new ArrayList<Read>();
            tab.page().route(SORTED, route -> reads.add(new Read(route, route.fetch())));
            tab.page().evaluate("location.hash = '#/partners?sort=name'");
            tab.page().waitForCondition(() -> !reads.isEmpty());

            console.write("PATCH", "/partners/" + changed, "{\"name\":\"Freshly named\"}");
            tab.page().waitForCondition(hasHeard::get);
            reads.getFirst().end();

            assertThat(tab.link("Freshly named")).isVisible();
        }
    }

    private record Read(Route route, APIResponse response) {
        void end() {
            route.fulfill(new Route.FulfillOptions().setResponse(response));
        }
    }

    private static String named(String name) throws Exception {
        return uuid(console.post("/partners", "{\"name\":\"%s\",\"partner_type\":\"reseller\"}".formatted(name)));
    }

    private static String uuid(JsonNode record) {
        return record.required("uuid").asText();
    }
}
