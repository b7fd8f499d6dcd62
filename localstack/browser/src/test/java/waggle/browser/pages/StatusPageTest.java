package waggle.browser.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.browser.Axe;
import waggle.browser.Chromium;
import waggle.browser.ConsoleTab;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.model.Patience;
import waggle.model.catalogue.OpenPage;
import waggle.model.status.Component;
import waggle.model.status.StatusReads;
import waggle.model.status.StatusWrites;
import waggle.platform.aws.Clients;

/** The status page of a local cloud whose sweeper measures once, and that had trouble before. */
@ExtendWith(Chromium.class)
class StatusPageTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String SIDEWAYS =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private static Cloud cloud;

    @BeforeAll
    static void start() throws Exception {
        Chromium.browser();
        cloud = Cloud.start(CloudOptions.defaults().withSweepInterval(Duration.ofHours(1)));
        try (var table = Clients.dynamoDb(cloud.settings(), StaticCredentialsProvider.create(Cloud.CREDENTIALS))) {
            awaitHeartbeat(table);
            haveTrouble(new StatusWrites(table, cloud.settings().table()));
        }
    }

    @AfterAll
    static void stop() {
        if (cloud != null) {
            cloud.close();
        }
    }

    /** The first heartbeat of the local cloud comes through the stream to both of its readers. */
    private static void awaitHeartbeat(DynamoDbClient table) {
        var status = new StatusReads(table, cloud.settings().table());
        for (var reader : List.of("relay", "live-relay")) {
            var echo = Patience.until(() -> status.echo(reader), Optional::isPresent);
            assertThat(echo.orElseThrow().lag()).as(reader).isBetween(Duration.ZERO, Patience.LONGEST);
        }
    }

    /** Days without trouble, with little and with much, days that were not measured, and an incident that goes on. */
    private static void haveTrouble(StatusWrites status) {
        status.forget();
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (var day = 6; day > 0; day--) {
            var begin = now.minus(Duration.ofDays(day));
            for (var minute = 0; minute < 4 * day; minute++) {
                status.beat(begin.plus(MINUTE.multipliedBy(minute)), faults(minute < day - 3));
            }
        }
        status.beat(now.minusSeconds(100), faults(true));
        status.beat(now.minusSeconds(40), faults(true));
        status.note(now.minusSeconds(35), "We have found the <cause>");
    }

    private static Map<Component, String> faults(boolean isLate) {
        return isLate ? Map.of(Component.WEBHOOKS, "The oldest due delivery waits 14 minutes") : Map.of();
    }

    @Test
    void page_inBothThemesAndOnPhones_hasNoViolation_andDoesNotScrollSideways() throws IOException {
        var faults = new ArrayList<String>();
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(1440, 390, 320)) {
                try (var tab = open(width, theme)) {
                    tab.page().locator("summary").first().click();
                    Axe.violations(tab.page()).forEach(fault -> faults.add(theme + " " + width + ": " + fault));
                    assertThat(tab.page().evaluate(SIDEWAYS))
                            .as("%s %d", theme, width)
                            .isEqualTo(0);
                    picture(tab.page(), theme + "-" + width);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void page_tellsTheIncident_andTheWordsOfTheOperator() {
        try (var tab = open(1440, ColorScheme.LIGHT)) {
            assertThat(tab.page().locator("h1").textContent()).startsWith("Webhooks are delayed since ");
            assertThat(tab.page().locator("main").textContent())
                    .contains("We have found the <cause>", "Deliveries are on time again.", "minutes not measured");
            assertThat(tab.page().locator("svg.days rect.day").count()).isEqualTo(4 * 90);
        }
    }

    /** The function keeps what it knows for seconds. */
    private static ConsoleTab open(int width, ColorScheme theme) {
        var tab = ConsoleTab.open(
                Chromium.browser(),
                cloud.url(OpenPage.STATUS).toString(),
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(theme));
        Patience.until(() -> isCurrent(tab.page()), isCurrent -> isCurrent);
        return tab;
    }

    /** Whether the page tells of the trouble. If not, it is loaded anew. */
    private static boolean isCurrent(Page page) {
        if (page.locator("h1").textContent().startsWith("Webhooks")) {
            return true;
        }
        page.reload();
        return false;
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "status", name + ".png")));
    }
}
