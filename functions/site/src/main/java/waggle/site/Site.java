package waggle.site;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import waggle.model.ErrorCode;
import waggle.model.catalogue.OpenPage;

/** All replies by path, except the status. A path that is not in the map is not found, in any spelling. */
final class Site {
    /** Browsers revalidate their copy each time. */
    private static final String REVALIDATED = "public, no-cache";

    private final Map<String, SiteReply> replies = new HashMap<>();
    private final Status status;

    Site(Status status) {
        this.status = status;
        var assets = Assets.read();
        replies.put(
                OpenPage.OPENAPI.path(), SiteReply.page(SiteReply.JSON, REVALIDATED, ClassPath.text("openapi.json")));
        replies.put(
                OpenPage.ASYNCAPI.path(), SiteReply.page(SiteReply.JSON, REVALIDATED, ClassPath.text("asyncapi.json")));
        replies.put(
                OpenPage.LIVE_SCRIPT.path(),
                SiteReply.page("text/javascript; charset=utf-8", REVALIDATED, ClassPath.text("site/live.js")));
        replies.put(OpenPage.DOCS.path(), DocsPage.reply(REVALIDATED, assets.edition()));
        // The page's relative links would be wrong below a slash.
        replies.put(OpenPage.DOCS.path() + "/", SiteReply.moved(".." + OpenPage.DOCS.path()));
        assets.replies().forEach((name, reply) -> replies.put(OpenPage.DOCS.path() + "/" + name, reply));
    }

    SiteReply reply(SiteRequest request) {
        var reply = known(request)
                .map(known -> request.reads() ? known : refused(request))
                .orElseGet(() -> SiteReply.error(ErrorCode.NOT_FOUND, request));
        return reply.to(request);
    }

    private Optional<SiteReply> known(SiteRequest request) {
        return request.path().equals(OpenPage.STATUS.path())
                ? Optional.of(status.reply(request))
                : Optional.ofNullable(replies.get(request.path()));
    }

    private static SiteReply refused(SiteRequest request) {
        return SiteReply.error(ErrorCode.METHOD_NOT_ALLOWED, request).with("Allow", "GET, HEAD");
    }
}
