package waggle.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Starts headless browsers. Tests are skipped without Chromium, as of Debian's package {@code chromium}; {@code
 * -Dwaggle.chromium} is the path of another one.
 */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of(System.getProperty("waggle.chromium", "/usr/bin/chromium"));

    private final Playwright playwright;

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
    }

    /** Starts Playwright's driver, or skips the test. */
    static Chromium start() {
        var isThere = Files.isExecutable(PROGRAM);
        if (!isThere) {
            System.out.println("Tests in browsers are skipped: there is no " + PROGRAM);
        }
        assumeTrue(isThere, "skipped: needs Chromium at " + PROGRAM + " or -Dwaggle.chromium");
        return new Chromium(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** Starts a browser. */
    Browser browser() {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Opens a page in a browser of its own. */
    Page open(String url) {
        var page = browser().newPage();
        page.onConsoleMessage(message -> System.out.println("Console: " + message.text()));
        page.onPageError(error -> System.out.println("Error of the page: " + error));
        page.navigate(url);
        return page;
    }

    /** Ends the browsers, too. */
    @Override
    public void close() {
        playwright.close();
    }
}
