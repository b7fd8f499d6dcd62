package waggle.site;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import waggle.model.ErrorCode;
import waggle.model.OpenPage;

/** All replies there are, by path: what is not in this map is not found, however its path is written. */
final class Site {
    private static final String JSON = "application/json";

    /** It tells what is so now. */
    private static final String NEVER_KEPT = "no-store";

    /** A browser asks each time whether its copy is still the newest, and is mostly told so. */
    private static final String CHECKED = "public, no-cache";

    private final Map<String, SiteReply> replies = new HashMap<>();

    Site() {
        var assets = Assets.read();
        replies.put(OpenPage.STATUS.path(), SiteReply.page(JSON, NEVER_KEPT, ClassPath.text("site/status.json")));
        replies.put(OpenPage.OPENAPI.path(), SiteReply.page(JSON, CHECKED, ClassPath.text("openapi.json")));
        replies.put(OpenPage.DOCS.path(), DocsPage.reply(CHECKED, assets.edition()));
        // Below a slash, the page's relative links would lead elsewhere.
        replies.put(OpenPage.DOCS.path() + "/", SiteReply.moved(".." + OpenPage.DOCS.path()));
        assets.replies().forEach((name, reply) -> replies.put(OpenPage.DOCS.path() + "/" + name, reply));
    }

    SiteReply answer(SiteRequest request) {
        var reply = Optional.ofNullable(replies.get(request.path()))
                .map(known -> request.reads() ? known : refused(request))
                .orElseGet(() -> SiteReply.error(ErrorCode.NOT_FOUND, request));
        return reply.to(request);
    }

    private static SiteReply refused(SiteRequest request) {
        return SiteReply.error(ErrorCode.METHOD_NOT_ALLOWED, request).with("Allow", "GET, HEAD");
    }
}
