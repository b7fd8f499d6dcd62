package waggle.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Axe;
import waggle.browser.Chromium;
import waggle.browser.ConsolePages;
import waggle.browser.ConsoleTab;

/** Accessibility of every page and of what opens above it, in both themes, on large screens and on phones. */
@ExtendWith(Chromium.class)
class ConsoleAxeTest {
    private static final int LARGE = 1440;
    private static final int PHONE = 390;
    private static final int HEIGHT = 900;

    private static ConsolePages pages;
    private static String axe;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        pages = ConsolePages.get();
        axe = Axe.script();
    }

    @Test
    void page_inBothThemesAndOnPhones_hasNoViolation() {
        try (var tab = opened(LARGE)) {
            pages.paths().forEach((name, path) -> {
                ConsolePages.show(tab, path);
                checkBoth(tab, name);
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void signIn_withItsFault_hasNoViolation() {
        try (var tab =
                ConsoleTab.open(pages.console().browser(), pages.console().url(), new Browser.NewContextOptions())) {
            tab.page().evaluate(axe);
            tab.button("Continue").click();
            tab.page().getByRole(AriaRole.ALERT).waitFor();
            check(tab, "sign in");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void dialog_ofAPage_hasNoViolation() {
        try (var tab = opened(LARGE)) {
            dialog(tab, "partners", tab.button("New partner"));
            dialog(tab, "leads", tab.button("New lead"));
            dialog(tab, "rules", tab.button("New rule"));
            dialog(tab, "inbox", tab.button("Reject Ερμής"));
            dialog(tab, Objects.requireNonNull(pages.paths().get("deal")), tab.button("Closed lost"));
            dialog(tab, "payments", tab.button("New payment"));
            ConsolePages.show(tab, "partners");
            tab.page().keyboard().press("Control+k");
            tab.page().getByRole(AriaRole.COMBOBOX).fill("αθ");
            tab.page().getByRole(AriaRole.OPTION).first().waitFor();
            checkBoth(tab, "palette");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void drawer_onPhones_hasNoViolation() {
        try (var tab = opened(PHONE)) {
            ConsolePages.show(tab, "partners");
            tab.button("Menu").click();
            tab.page()
                    .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                    .waitFor();
            check(tab, "drawer");
        }
        assertThat(faults).isEmpty();
    }

    private void dialog(ConsoleTab tab, String path, Locator opener) {
        ConsolePages.show(tab, path);
        opener.click();
        tab.page().getByRole(AriaRole.DIALOG).waitFor();
        ConsolePages.calm(tab, path);
        checkBoth(tab, "dialog of " + path);
        tab.page().keyboard().press("Escape");
    }

    private static ConsoleTab opened(int width) {
        var tab = pages.open(width, ColorScheme.LIGHT);
        tab.page().evaluate(axe);
        return tab;
    }

    private void checkBoth(ConsoleTab tab, String name) {
        check(tab, name);
        tab.page().setViewportSize(PHONE, HEIGHT);
        check(tab, name + " on phones");
        tab.page().setViewportSize(LARGE, HEIGHT);
    }

    private void check(ConsoleTab tab, String name) {
        theme(tab, ColorScheme.LIGHT);
        note(name, Axe.found(tab.page()));
        theme(tab, ColorScheme.DARK);
        note(name + " dark", Axe.found(tab.page(), Axe.CONTRAST));
    }

    private static void theme(ConsoleTab tab, ColorScheme theme) {
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
    }

    private void note(String name, List<String> found) {
        found.forEach(fault -> faults.add(name + ": " + fault));
    }
}
