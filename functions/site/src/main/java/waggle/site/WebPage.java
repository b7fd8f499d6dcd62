package waggle.site;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waggle.model.catalogue.OpenPage;

/** A page in which people enter API keys, so it loads only its own files. */
final class WebPage {
    /** Browsers revalidate their copy each time. */
    static final String REVALIDATED = "public, no-cache";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'%s";

    /** With these, a script cannot turn a text into elements or into a script. */
    private static final String TRUSTED_TYPES = "; require-trusted-types-for 'script'; trusted-types 'none'";

    static final String HTML = "text/html; charset=utf-8";

    /** The policy of a page that only shows something. */
    static final String NO_SCRIPT = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private WebPage() {}

    static SiteReply guarded(SiteReply page, String policy) {
        return page.with("Content-Security-Policy", policy)
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Referrer-Policy", "no-referrer");
    }

    static void addDocs(Map<String, SiteReply> replies) {
        add(replies, OpenPage.DOCS, "docs", Assets.ofDocs(), POLICY.formatted("", TRUSTED_TYPES));
    }

    /** @param live the address of live updates, which in AWS has another host; null if there are none */
    static void addConsole(Map<String, SiteReply> replies, Assets console, @Nullable URI live) {
        var origin = live == null ? "" : " " + live.getScheme() + "://" + live.getAuthority();
        add(replies, OpenPage.CONSOLE, "console", console, POLICY.formatted(origin, TRUSTED_TYPES));
    }

    private static void add(Map<String, SiteReply> replies, OpenPage page, String name, Assets assets, String policy) {
        var html = ClassPath.text("site/" + name + ".html").replace("{{edition}}", assets.edition());
        replies.put(page.path(), guarded(SiteReply.page(HTML, REVALIDATED, html), policy));
        // The page's relative links would be wrong below a slash.
        replies.put(page.path() + "/", SiteReply.moved(".." + page.path()));
        addFiles(replies, page, assets);
    }

    static void addFiles(Map<String, SiteReply> replies, OpenPage page, Assets assets) {
        assets.replies().forEach((file, reply) -> replies.put(page.path() + "/" + file, reply));
    }
}
