package waggle.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import waggle.model.Patience;

/**
 * The headless browser of each thread that runs tests, since Playwright's objects belong to one thread. It ends with the last test.
 * Tests are skipped without Chromium, as of Debian's package {@code chromium}; {@code -Dwaggle.chromium} is the path of another
 * one.
 */
public final class Chromium implements BeforeAllCallback {
    private static final Path PROGRAM = Path.of(System.getProperty("waggle.chromium", "/usr/bin/chromium"));
    private static final ThreadLocal<Browser> BROWSERS = ThreadLocal.withInitial(Chromium::start);

    private static final Queue<Playwright> STARTED = new ConcurrentLinkedQueue<>();

    /** Playwright's driver has to end before the JVM deletes its files. */
    @Override
    public void beforeAll(ExtensionContext context) {
        PlaywrightAssertions.setDefaultAssertionTimeout(Patience.LONGEST.toMillis());
        AutoCloseable end = () -> STARTED.forEach(Playwright::close);
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(Chromium.class, key -> end);
    }

    /** The browser of this thread. Without one the test is skipped. */
    public static Browser browser() {
        var isThere = Files.isExecutable(PROGRAM);
        if (!isThere) {
            System.out.println("Tests in browsers are skipped: there is no " + PROGRAM);
        }
        assumeTrue(isThere, "skipped: needs Chromium at " + PROGRAM + " or -Dwaggle.chromium");
        return BROWSERS.get();
    }

    private static Browser start() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        STARTED.add(playwright);
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setTimeout(Patience.LONGEST.toMillis())
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Opens a page that shares nothing with other pages. */
    public static Page open(String url) {
        var page = browser().newContext().newPage();
        page.setDefaultTimeout(Patience.LONGEST.toMillis());
        page.onConsoleMessage(message -> System.out.println("Console: " + message.text()));
        page.onPageError(error -> System.out.println("Error of the page: " + error));
        page.navigate(url);
        return page;
    }
}
