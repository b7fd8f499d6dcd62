package waggle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tab with the console. Closing it fails if the page had an error, or if the browser refused something to it. */
public final class ConsoleTab implements AutoCloseable {
    private static final String LISTEN = """
            window.refused = [];
            addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective + " " + event.blockedURI));""";

    private final BrowserContext context;
    private final Page page;
    private final String url;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private ConsoleTab(BrowserContext context, String url) {
        this.context = context;
        this.url = url;
        context.addInitScript(LISTEN);
        page = context.newPage();
        page.onPageError(errors::add);
        page.onRequest(request -> {
            if (request.url().contains("/v1/")) {
                calls.add(request.method() + " " + request.url().replaceFirst(".*/v1", ""));
            }
        });
    }

    public static ConsoleTab open(Browser browser, String url, Browser.NewContextOptions options) {
        var tab = new ConsoleTab(browser.newContext(options), url);
        tab.page.navigate(url);
        return tab;
    }

    /** A tab of 1440 by 900 that is signed in. */
    public static ConsoleTab signedIn(Browser browser, String url, String key) {
        var tab = open(browser, url, new Browser.NewContextOptions().setViewportSize(1440, 900));
        tab.signIn(key);
        return tab;
    }

    /** Another tab of the same browser. It is signed in by this one. */
    public ConsoleTab another() {
        var tab = new ConsoleTab(context, url);
        tab.page.navigate(url);
        assertThat(tab.main()).isVisible();
        return tab;
    }

    /** Closes this tab only. */
    public void leave() {
        page.close();
    }

    private Locator main() {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"));
    }

    public Page page() {
        return page;
    }

    public void signIn(String key) {
        page.getByLabel("API key", new Page.GetByLabelOptions().setExact(true)).fill(key);
        button("Continue").click();
        assertThat(main()).isVisible();
    }

    /** Goes to a page by its address, and waits for its heading. */
    public void go(String hash, String heading) {
        page.navigate(url + "#/" + hash);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(heading);
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** Closes the messages that are shown for a while. */
    public void closeToasts() {
        page.evaluate("document.querySelectorAll('.toast button:last-child').forEach((close) => close.click())");
        assertThat(page.locator(".toast")).hasCount(0);
    }

    public Locator column(String stage) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(stage).setExact(true));
    }

    /** Waits until changes arrive by themselves. */
    public void awaitLive() {
        assertThat(page.locator("[data-live=true]")).hasCount(1);
    }

    /** The calls since the last time, without those of the socket. */
    public List<String> takeCalls() {
        return takeAllCalls().stream().filter(call -> !call.contains("/live/")).toList();
    }

    public List<String> takeAllCalls() {
        var taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    @Override
    public void close() {
        assertThat(errors).as("errors of the page").isEmpty();
        if (page.isClosed()) {
            return;
        }
        assertThat((List<?>) page.evaluate("window.refused"))
                .as("what the policy refused")
                .isEmpty();
        context.close();
    }
}
