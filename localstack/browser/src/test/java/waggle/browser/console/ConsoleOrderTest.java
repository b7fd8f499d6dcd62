package waggle.browser.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsolePages;
import waggle.browser.ConsoleTab;

/** Events and replies that are older than what a page shows: no page goes back. */
@ExtendWith(Chromium.class)
class ConsoleOrderTest {
    private static final Pattern ME = Pattern.compile("/v1/me$");
    private static final Pattern SORTED = Pattern.compile("/v1/partners\\?.*sort=name");
    private static final Pattern REGISTRATION = Pattern.compile("/register$");
    private static final int PAGE_BELOW = 10;
    private static final int PAGE_OF_BOARD = 12;
    private static final int SECONDS_AHEAD = 20;

    private static final String SORT_ONCE_IT_IS_NAMED = """
            () => new MutationObserver((changes, observer) => {
              if (!document.querySelector("main").textContent.includes("Freshly named")) return;
              observer.disconnect();
              location.hash = "#/partners?sort=name";
            }).observe(document.body, { subtree: true, childList: true, characterData: true })""";

    private static ConsoleCloud console;
    private static String partner;

    @BeforeAll
    static void start() throws Exception {
        console = ConsoleCloud.open("Order");
        partner = named("Fjord IT", "accepted");
    }

    /** The inbox hears events of the minute before it was read, too. */
    @Test
    void inbox_hearsOfAnOldWithdrawal_andKeepsTheNewRegistration() throws Exception {
        var lead = lead("Alder");
        register(lead);
        console.post("/leads/" + lead + "/withdraw", "{}");
        register(lead);
        try (var tab = openedOn("inbox")) {
            tab.awaitLive();
            register(lead("Birch"));

            assertThat(tab.button("Approve Birch")).isVisible();
            assertThat(tab.button("Approve Alder")).isVisible();
        }
    }

    @Test
    void filteredBoard_hearsOfAnOldChange_andKeepsTheCard() throws Exception {
        var changed = named("Harbour", "invited");
        console.write("PATCH", "/partners/" + changed, "{\"status\":\"accepted\"}");
        console.write("PATCH", "/partners/" + changed, "{\"status\":\"invited\"}");
        try (var tab = openedOn("board?status=invited")) {
            tab.awaitLive();
            named("After it", "invited");

            assertThat(tab.link("After it")).isVisible();
            assertThat(tab.link("Harbour")).isVisible();
        }
    }

    /** A filtered or sorted list may lack what an event told just before it was read. */
    @Test
    void list_sortedRightAfterAnEvent_doesNotGoBack() throws Exception {
        var own = ConsoleCloud.open("Sorted");
        var changed = uuid(own.post("/partners", "{\"name\":\"Stale\",\"partner_type\":\"reseller\"}"));
        own.post("/partners", "{\"name\":\"Other\",\"partner_type\":\"reseller\"}");
        var stale = own.get("/partners?pageSize=25").toString().replace("Other", "Old reply");
        try (var tab = own.signedIn()) {
            ConsolePages.show(tab, "partners");
            tab.awaitLive();
            tab.page()
                    .route(
                            SORTED,
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody(stale)));
            tab.page().evaluate(SORT_ONCE_IT_IS_NAMED);
            own.write("PATCH", "/partners/" + changed, "{\"name\":\"Freshly named\"}");

            assertThat(tab.link("Old reply")).isVisible();
            assertThat(tab.link("Freshly named")).isVisible();
        }
    }

    @Test
    void reply_olderThanAnEvent_doesNotTakeItBack() throws Exception {
        var lead = lead("Rowan");
        try (var tab = console.signedIn()) {
            ConsolePages.show(tab, "leads/" + lead);
            tab.awaitLive();
            var replies = new ArrayList<Runnable>();
            tab.page().route(REGISTRATION, route -> {
                var response = route.fetch();
                replies.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(response)));
            });
            tab.button("Register").click();
            tab.page().waitForCondition(() -> !replies.isEmpty());
            console.post("/leads/" + lead + "/withdraw", "{}");
            assertThat(registration(tab)).containsText("Withdrawn");

            tab.page().waitForResponse(REGISTRATION, replies.getFirst());
            ConsolePages.calm(tab, "leads/" + lead);

            assertThat(registration(tab)).containsText("Withdrawn");
        }
    }

    /** The clock of the server seems to be ahead, so all contacts were made long before the list was read. */
    @Test
    void list_readLongAfterTheRecordsOfItsNextPage_countsNoneAsNew() throws Exception {
        for (var i = 0; i <= PAGE_BELOW; i++) {
            console.post(
                    "/contacts", "{\"email\":\"contact-%d@x.example\",\"partner_uuid\":\"%s\"}".formatted(i, partner));
        }
        var hasHeard = new AtomicBoolean();
        try (var tab = opened()) {
            tab.page()
                    .onWebSocket(socket -> socket.onFrameReceived(frame -> hasHeard.set(
                            hasHeard.get() || String.valueOf(frame.text()).contains("contact-" + PAGE_BELOW + "@"))));
            tab.page().route(ME, route -> {
                var response = route.fetch();
                var headers = new HashMap<>(response.headers());
                headers.put("date", timeAhead());
                route.fulfill(new Route.FulfillOptions().setResponse(response).setHeaders(headers));
            });
            var path = "partners/" + partner;
            tab.page().navigate(console.url() + "#/" + path + "?tab=contacts");
            tab.signIn(console.key());
            tab.page().waitForCondition(hasHeard::get);
            ConsolePages.calm(tab, path);

            assertThat(tab.page().locator("tbody tr")).hasCount(PAGE_BELOW);
            assertThat(tab.page().locator(".newrows")).hasCount(0);
        }
    }

    @Test
    void columnWithoutAStage_showsItsNextPage_andKeepsItWhenACardMovesThatIsNotShown() throws Exception {
        var own = ConsoleCloud.open("Stageless");
        var last = uuid(own.post("/partners", "{\"name\":\"Last\",\"partner_type\":\"reseller\"}"));
        for (var i = 1; i <= 2 * PAGE_OF_BOARD; i++) {
            own.post("/partners", "{\"name\":\"Partner %d\",\"partner_type\":\"reseller\"}".formatted(i));
        }
        try (var tab = own.signedIn()) {
            tab.go("board", "Partner board");
            tab.awaitLive();
            var cards = tab.column("Without a stage").locator(".boardcard");
            assertThat(cards).hasCount(PAGE_OF_BOARD);
            tab.button("Show 12 more of 25").click();
            assertThat(cards).hasCount(2 * PAGE_OF_BOARD);

            own.write(
                    "PATCH",
                    "/partners/" + last,
                    "{\"stage_uuid\":\"%s\"}".formatted(own.labelled("/stages?kind=partner", "Discovery")));

            assertThat(tab.column("Discovery").getByText("Last")).isVisible();
            assertThat(cards).hasCount(2 * PAGE_OF_BOARD);
        }
    }

    private static String timeAhead() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(SECONDS_AHEAD));
    }

    private static ConsoleTab opened() {
        var options = new Browser.NewContextOptions().setViewportSize(1440, 900);
        return ConsoleTab.open(console.browser(), console.url(), options);
    }

    /** A tab that has seen no other page, and heard no events. */
    private static ConsoleTab openedOn(String path) {
        var tab = opened();
        tab.page().navigate(console.url() + "#/" + path);
        tab.signIn(console.key());
        return tab;
    }

    private static Locator registration(ConsoleTab tab) {
        return tab.page()
                .locator(".card")
                .filter(new Locator.FilterOptions().setHasText("Registration"))
                .first();
    }

    private static void register(String lead) throws Exception {
        console.post("/leads/" + lead + "/register", "{}");
    }

    private static String lead(String company) throws Exception {
        return uuid(console.post(
                "/leads",
                "{\"company_name\":\"%1$s\",\"email\":\"a@%1$s.example\",\"partner_uuid\":\"%2$s\"}"
                        .formatted(company, partner)));
    }

    private static String named(String name, String status) throws Exception {
        return uuid(console.post(
                "/partners",
                "{\"name\":\"%s\",\"partner_type\":\"reseller\",\"status\":\"%s\"}".formatted(name, status)));
    }

    private static String uuid(JsonNode record) {
        return record.required("uuid").asText();
    }
}
