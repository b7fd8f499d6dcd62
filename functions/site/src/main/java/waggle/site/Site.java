package waggle.site;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import waggle.model.ErrorCode;
import waggle.model.catalogue.OpenPage;

/** All replies there are but one, by path: what is not in this map is not found, however its path is written. */
final class Site {
    /** A browser asks each time whether its copy is still the newest, and is mostly told so. */
    private static final String CHECKED = "public, no-cache";

    private final Map<String, SiteReply> replies = new HashMap<>();
    private final Status status;

    Site(Status status) {
        this.status = status;
        var assets = Assets.read();
        replies.put(OpenPage.OPENAPI.path(), SiteReply.page(SiteReply.JSON, CHECKED, ClassPath.text("openapi.json")));
        replies.put(OpenPage.DOCS.path(), DocsPage.reply(CHECKED, assets.edition()));
        // Below a slash, the page's relative links would lead elsewhere.
        replies.put(OpenPage.DOCS.path() + "/", SiteReply.moved(".." + OpenPage.DOCS.path()));
        assets.replies().forEach((name, reply) -> replies.put(OpenPage.DOCS.path() + "/" + name, reply));
    }

    SiteReply answer(SiteRequest request) {
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
