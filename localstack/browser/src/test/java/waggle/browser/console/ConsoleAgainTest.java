package waggle.browser.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsoleTab;

/** What a person sends again, since no reply came, and what waits for one. */
@ExtendWith(Chromium.class)
class ConsoleAgainTest {
    private static final Pattern PARTNERS = Pattern.compile("/v1/partners$");
    private static final Pattern ENDPOINTS = Pattern.compile("/v1/webhook-endpoints$");
    private static final Pattern KEYS = Pattern.compile("/v1/api-keys$");
    private static final Pattern REGISTRATION = Pattern.compile("/register$");
    private static final Pattern APPROVAL = Pattern.compile("/approve$");

    /** The API does what the request asks for, and the reply does not arrive. */
    private static final Consumer<Route> LOST = route -> {
        route.fetch();
        route.abort();
    };

    private static final Consumer<Route> STILL_RUNNING = route -> route.fulfill(new Route.FulfillOptions()
            .setStatus(409)
            .setContentType("application/json")
            .setBody("{\"code\":\"conflict\",\"error\":\"The first request is still"
                    + " running\",\"request_id\":\"req-1\"}"));

    private static ConsoleCloud console;

    @BeforeAll
    static void start() throws Exception {
        console = ConsoleCloud.open("Again");
    }

    @Test
    void creation_refusedAfterItsReplyWasLost_isMadeOnce() throws Exception {
        try (var tab = console.signedIn()) {
            tab.go("partners", "Partners");
            onPosts(tab, PARTNERS, List.of(LOST, STILL_RUNNING));
            tab.button("New partner").first().click();
            field(tab, "Partner").fill("Only One");
            tab.button("Create").click();
            assertThat(dialog(tab).getByText("What you typed is kept")).isVisible();
            tab.button("Create").click();
            assertThat(dialog(tab).getByText("The first request is still running"))
                    .isVisible();
            tab.button("Create").click();
            assertThat(tab.page()).hasURL(Pattern.compile("#/partners/.+"));
        }
        assertThat(console.get("/partners?pageSize=50").required("data").findValuesAsText("name"))
                .containsOnlyOnce("Only One");
    }

    /** A lead that was withdrawn is registered anew, although the same request was lost before. */
    @Test
    void step_whoseReplyWasLost_isAnotherOneLater() throws Exception {
        var lead = lead("Rowan", "a@rowan.example");
        try (var tab = console.signedIn()) {
            tab.go("leads/" + lead, "Rowan");
            tab.awaitLive();
            onPosts(tab, REGISTRATION, List.of(LOST));
            tab.button("Register").click();
            tab.button("Withdraw").click();
            assertThat(tab.button("Register")).isEnabled();
            tab.page()
                    .waitForResponse(REGISTRATION, () -> tab.button("Register").click());
        }
        assertThat(console.get("/leads/" + lead).at("/registration/status").asText())
                .isEqualTo("pending");
    }

    /** While a decision is on its way, the row takes no other one. */
    @Test
    void decision_onItsWay_isTheOnlyOneOfItsRow() throws Exception {
        console.post("/leads/" + lead("Larch", "a@larch.example") + "/register", "{}");
        try (var tab = console.signedIn()) {
            var held = new ArrayList<Route>();
            tab.page().route(APPROVAL, held::add);
            tab.go("inbox", "Inbox");
            tab.button("Approve Larch").click();
            tab.page().waitForCondition(() -> !held.isEmpty());
            assertThat(tab.button("Approve Larch")).hasAttribute("aria-busy", "true");
            assertThat(tab.button("Reject Larch")).isDisabled();
            held.getFirst().resume();
            assertThat(tab.button("Reject Larch")).hasCount(0);
            assertThat(held).hasSize(1);
        }
    }

    @Test
    void endpoint_whoseReplyWasLost_hasASecretThatNobodySaw() {
        try (var tab = console.signedIn()) {
            tab.go("webhooks", "Webhooks");
            onPosts(tab, ENDPOINTS, List.of(LOST));
            tab.button("New endpoint").click();
            field(tab, "URL").fill("http://localhost:9/");
            createTwice(tab);

            assertThat(tab.page().getByText("the reply with its secret was lost"))
                    .isVisible();
            assertThat(tab.page().locator("[data-secret]")).hasCount(0);
        }
    }

    /** The time at which a key expires is the same in both requests. */
    @Test
    void key_whoseReplyWasLost_isMadeOnce_withASecretThatNobodySaw() throws Exception {
        try (var tab = console.signedIn()) {
            tab.go("keys", "API keys");
            onPosts(tab, KEYS, List.of(LOST));
            tab.button("New key").first().click();
            field(tab, "Label").fill("Of Maya");
            createTwice(tab);

            assertThat(tab.page().getByText("the reply with its secret was lost"))
                    .isVisible();
        }
        assertThat(console.get("/api-keys?pageSize=50").required("data").findValuesAsText("label"))
                .containsOnlyOnce("Of Maya");
    }

    private static void createTwice(ConsoleTab tab) {
        tab.button("Create").click();
        assertThat(dialog(tab).getByText("What you typed is kept")).isVisible();
        tab.button("Create").click();
    }

    /** Treats the first requests to make something each in its way. */
    private static void onPosts(ConsoleTab tab, Pattern path, List<Consumer<Route>> first) {
        var count = new AtomicInteger();
        tab.page().route(path, route -> {
            var at = route.request().method().equals("POST") ? count.getAndIncrement() : first.size();
            if (at < first.size()) {
                first.get(at).accept(route);
            } else {
                route.resume();
            }
        });
    }

    private static Locator dialog(ConsoleTab tab) {
        return tab.page().getByRole(AriaRole.DIALOG);
    }

    private static Locator field(ConsoleTab tab, String label) {
        return dialog(tab).getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    /** A lead of a new partner. */
    private static String lead(String name, String email) throws Exception {
        var partner = uuidOf("/partners", "{\"name\":\"Partner of %s\",\"partner_type\":\"reseller\"}".formatted(name));
        return uuidOf(
                "/leads",
                "{\"company_name\":\"%s\",\"email\":\"%s\",\"partner_uuid\":\"%s\"}".formatted(name, email, partner));
    }

    private static String uuidOf(String path, String json) throws Exception {
        return console.post(path, json).required("uuid").asText();
    }
}
