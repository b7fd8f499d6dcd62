package waggle.browser.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.ConsoleTab;

/** The console in a browser: signing in, partners, and their board. */
@ExtendWith(Chromium.class)
class ConsoleTest {
    private static ConsoleCloud console;

    @BeforeAll
    static void start() throws Exception {
        console = ConsoleCloud.open("Board games");
        for (var name : new String[] {"Café Systems", "Fjord IT", "Harbour Cloud"}) {
            console.post(
                    "/partners",
                    "{\"name\":\"%s\",\"partner_type\":\"reseller\",\"stage_uuid\":\"%s\"}"
                            .formatted(name, console.labelled("/stages?kind=partner", "Discovery")));
        }
    }

    @Test
    void key_thatTheApiRefuses_doesNotSignIn() {
        try (var tab = ConsoleTab.open(console.browser(), console.url(), new Browser.NewContextOptions())) {
            var field = tab.page().getByLabel("API key", new Page.GetByLabelOptions().setExact(true));
            field.fill("key");
            tab.button("Continue").click();
            assertThat(tab.page().getByRole(AriaRole.ALERT)).containsText("looks like wgl_test_");
            assertThat(tab.takeCalls()).isEmpty();

            field.fill("wgl_test_" + "0".repeat(38));
            tab.button("Continue").click();
            assertThat(tab.page().getByRole(AriaRole.ALERT)).containsText("does not accept this key");
        }
    }

    @Test
    void partner_searchedWithoutItsAccent_isFoundAndRead() {
        try (var tab = console.signedIn()) {
            tab.go("partners", "Partners");
            tab.page().keyboard().press("/");
            tab.page().keyboard().type("cafe");
            assertThat(tab.page().locator("tbody tr")).hasCount(1);
            tab.page().keyboard().press("Tab");
            tab.link("Café Systems").click();

            assertThat(tab.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Café Systems");
            assertThat(tab.page().getByText("Added by")).isVisible();
            tab.page().goBack();
            assertThat(tab.page()).hasURL(Pattern.compile("#/partners\\?search=cafe$"));
        }
    }

    @Test
    void card_draggedOrMovedByKey_movesInBothBrowsers() {
        try (var one = console.signedIn();
                var other = console.signedIn()) {
            one.go("board", "Partner board");
            other.go("board", "Partner board");
            other.awaitLive();
            drag(one, one.link("Fjord IT"), one.column("Evaluation"));

            assertThat(one.column("Evaluation").getByText("Fjord IT")).isVisible();
            assertThat(other.column("Evaluation").getByText("Fjord IT")).isVisible();

            one.link("Fjord IT").focus();
            one.page().keyboard().press("Shift+ArrowRight");
            assertThat(other.column("Active").getByText("Fjord IT")).isVisible();
            assertThat(one.link("Fjord IT")).isFocused();
            assertThat(one.page().getByText("Fjord IT is now in Active")).isVisible();

            one.button("Move Fjord IT").click();
            one.page()
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Move to Discovery"))
                    .click();
            assertThat(other.column("Discovery").getByText("Fjord IT")).isVisible();

            one.button("Undo").last().click();
            assertThat(other.column("Active").getByText("Fjord IT")).isVisible();
        }
    }

    /** A finger that rests lifts the card. */
    @Test
    void card_draggedByAFinger_moves() {
        var options = new Browser.NewContextOptions().setViewportSize(1100, 800).setHasTouch(true);
        try (var tab = ConsoleTab.open(console.browser(), console.url(), options)) {
            tab.signIn(console.key());
            tab.go("board", "Partner board");
            var from = tab.link("Harbour Cloud").boundingBox();
            var to = tab.column("Evaluation").boundingBox();
            var touch = tab.page().context().newCDPSession(tab.page());
            touch.send("Input.dispatchTouchEvent", finger("touchStart", middle(from), from.y + 6));
            assertThat(tab.page().locator(".ghost")).isVisible();
            touch.send("Input.dispatchTouchEvent", finger("touchMove", middle(from) + 30, from.y + 30));
            touch.send("Input.dispatchTouchEvent", finger("touchMove", middle(to), to.y + 60));
            touch.send("Input.dispatchTouchEvent", finger("touchEnd", 0, 0));
            assertThat(tab.column("Evaluation").getByText("Harbour Cloud")).isVisible();
        }
    }

    private static JsonObject finger(String type, double x, double y) {
        var points = new JsonArray();
        if (!type.equals("touchEnd")) {
            var point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        return event;
    }

    @Test
    void partner_changedByAnother_showsBothValues() throws Exception {
        var partner = console.post("/partners", "{\"name\":\"Ridge IT\",\"partner_type\":\"referral\"}")
                .required("uuid")
                .asText();
        try (var tab = console.signedIn()) {
            tab.go("partners/" + partner, "Ridge IT");
            tab.button("Edit").click();
            console.write("PATCH", "/partners/" + partner, "{\"phone_number\":\"+47 1\"}");
            tab.page().getByLabel("Phone").fill("+47 2");
            tab.button("Save").click();

            assertThat(tab.page().getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("+47 1")))
                    .isVisible();
            tab.button("Use mine").click();
            assertThat(tab.page().getByText("Saved")).isVisible();
        }
        assertThat(console.get("/partners/" + partner).path("phone_number").asText())
                .isEqualTo("+47 2");
    }

    private static void drag(ConsoleTab tab, Locator card, Locator column) {
        var from = card.boundingBox();
        var to = column.boundingBox();
        var mouse = tab.page().mouse();
        mouse.move(middle(from), from.y + 4);
        mouse.down();
        mouse.move(middle(from) + 20, from.y + 20);
        mouse.move(middle(to), to.y + 60);
        mouse.up();
    }

    private static double middle(BoundingBox box) {
        return box.x + box.width / 2;
    }
}
