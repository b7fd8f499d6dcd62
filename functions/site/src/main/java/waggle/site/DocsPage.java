package waggle.site;

/** The page that shows the OpenAPI document. People enter API keys there, so it loads only its own files. */
final class DocsPage {
    /** The viewer's style sheet contains its icons as data URLs. */
    private static final String SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private DocsPage() {}

    static SiteReply reply(String caching, String edition) {
        var html = ClassPath.text("site/docs.html").replace("{{edition}}", edition);
        return SiteReply.page("text/html; charset=utf-8", caching, html)
                .with("Content-Security-Policy", SECURITY_POLICY)
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Referrer-Policy", "no-referrer");
    }
}
