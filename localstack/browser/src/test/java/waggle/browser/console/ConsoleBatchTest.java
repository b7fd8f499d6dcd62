package waggle.browser.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsoleTab;
import waggle.model.json.Json;

/** Several payments that are changed with one request, each with its own outcome. The sweeper changes those that become due. */
@ExtendWith(Chromium.class)
class ConsoleBatchTest {
    private static final Pattern BATCH = Pattern.compile("/v1/payments/batch$");
    private static final Pattern TICKETS = Pattern.compile("/v1/live/tickets");

    private ConsoleCloud console;
    private List<String> payments;

    @BeforeEach
    void start() throws Exception {
        console = ConsoleCloud.open("Batches");
        var payee = uuid(console.post("/partners", "{\"name\":\"Payee\",\"partner_type\":\"reseller\"}"));
        payments = new ArrayList<>();
        for (var value : new int[] {100, 150}) {
            payments.add(uuid(console.post("/payments", """
                    {"recipient_type":"partner","recipient_uuid":"%s","category":"spiff","payment_value":%d,"currency_code":"USD",\
                    "due_date":"2031-12-24"}""".formatted(payee, value))));
        }
    }

    @Test
    void rows_areChangedWithOneRequest() {
        try (var tab = console.signedIn()) {
            chooseBoth(tab);
            tab.takeCalls();
            tab.button("Approve").click();

            assertThat(toast(tab, "2 of 2 approved")).isVisible();
            assertThat(tab.takeCalls())
                    .filteredOn(call -> !call.startsWith("GET "))
                    .containsExactly("POST /payments/batch");
            assertThat(tab.button("Start payout")).hasCount(0);
        }
    }

    @Test
    void row_thatAnotherChanged_asks_andTheOthersAreChanged() throws Exception {
        try (var tab = withoutLiveUpdates()) {
            chooseBoth(tab);
            move(payments.getFirst(), "cancelled");
            tab.button("Approve").click();

            assertThat(dialog(tab)).containsText("Someone else changed this record");
            tab.button("Keep theirs").click();
            assertThat(dialog(tab)).hasCount(0);
        }
        assertThat(states()).containsExactly("cancelled", "approved");
    }

    @Test
    void row_thatAnotherChangedToTheSame_doesNotAsk() throws Exception {
        try (var tab = withoutLiveUpdates()) {
            chooseBoth(tab);
            move(payments.getFirst(), "approved");
            tab.button("Approve").click();

            assertThat(toast(tab, "2 of 2 approved")).isVisible();
            assertThat(dialog(tab)).hasCount(0);
        }
        assertThat(states()).containsExactly("approved", "approved");
    }

    @Test
    void row_thatTheApiHadNoTimeFor_isSentAgain() throws Exception {
        try (var tab = console.signedIn()) {
            chooseBoth(tab);
            var calls = new AtomicInteger();
            tab.page().route(BATCH, route -> {
                if (calls.getAndIncrement() == 0) {
                    route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody(late(route)));
                } else {
                    route.resume();
                }
            });
            tab.button("Approve").click();

            assertThat(toast(tab, "2 of 2 approved")).isVisible();
            assertThat(calls).hasValue(2);
        }
        assertThat(states()).containsExactly("approved", "approved");
    }

    @Test
    void request_thatFails_saysSoOnce_andKeepsItsRowsSelected() throws Exception {
        try (var tab = console.signedIn()) {
            chooseBoth(tab);
            tab.page().route(BATCH, Route::abort);
            tab.button("Approve").click();
            assertThat(toast(tab, "0 of 2 approved")).isVisible();
            assertThat(toast(tab, "Check the connection")).hasCount(1);

            tab.page().unroute(BATCH);
            tab.button("Approve").click();
            assertThat(toast(tab, "2 of 2 approved")).isVisible();
        }
        assertThat(states()).containsExactly("approved", "approved");
    }

    /** Live updates bring the next step while the reply is on its way, where a second press would start it. */
    @Test
    void nextStep_waitsForTheReply() throws Exception {
        try (var tab = console.signedIn()) {
            chooseBoth(tab);
            tab.awaitLive();
            var replies = new ArrayList<Runnable>();
            tab.page().route(BATCH, route -> {
                var response = route.fetch();
                replies.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(response)));
            });
            tab.button("Approve").click();
            assertThat(tab.button("Start payout")).isDisabled();

            tab.page().waitForCondition(() -> !replies.isEmpty());
            replies.getFirst().run();
            assertThat(toast(tab, "2 of 2 approved")).isVisible();
            assertThat(tab.button("Start payout")).hasCount(0);
        }
        assertThat(states()).containsExactly("approved", "approved");
    }

    private ConsoleTab withoutLiveUpdates() {
        var options = new Browser.NewContextOptions().setViewportSize(1440, 900);
        var tab = ConsoleTab.open(console.browser(), console.url(), options);
        tab.page().route(TICKETS, route -> {});
        tab.signIn(console.key());
        return tab;
    }

    private static void chooseBoth(ConsoleTab tab) {
        tab.go("payments", "Payments");
        assertThat(boxes(tab)).hasCount(2);
        boxes(tab).all().forEach(Locator::check);
    }

    private static Locator boxes(ConsoleTab tab) {
        return tab.page().locator("tbody input[type=checkbox]");
    }

    private static Locator toast(ConsoleTab tab, String text) {
        return tab.page().locator(".toast").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator dialog(ConsoleTab tab) {
        return tab.page().getByRole(AriaRole.DIALOG);
    }

    /** A reply that has no result of any change yet. */
    private static String late(Route route) {
        var results = Json.mapper().createArrayNode();
        for (var change : Json.parse(route.request().postData(), JsonNode.class).required("changes")) {
            results.addObject()
                    .put("uuid", change.required("uuid").asText())
                    .put("status", 503)
                    .put("retry_after", 1)
                    .putObject("error")
                    .put("code", "service_unavailable")
                    .put("error", "Other writers came first");
        }
        return Json.mapper().createObjectNode().set("results", results).toString();
    }

    private void move(String payment, String status) throws Exception {
        console.write("PATCH", "/payments/" + payment, "{\"status\":\"%s\"}".formatted(status));
    }

    private List<String> states() throws Exception {
        var states = new ArrayList<String>();
        for (var payment : payments) {
            states.add(console.get("/payments/" + payment).required("status").asText());
        }
        return states;
    }

    private static String uuid(JsonNode record) {
        return record.required("uuid").asText();
    }
}
