package waggle.site;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.model.ErrorCode;
import waggle.model.catalogue.OpenPage;
import waggle.site.status.Memory;

/** All replies by path, except the status. A path that is not in the map is not found, in any spelling. */
final class Site {
    private final Map<String, SiteReply> replies = new HashMap<>();
    private final Status status;

    /**
     * Makes the replies.
     *
     * @param region of AWS
     * @param live the address of live updates; null if there are none
     */
    Site(Memory memory, String region, @Nullable URI live) {
        var console = Assets.ofConsole();
        var ofStatus = Assets.ofStatus();
        this.status = new Status(memory, region, console.edition(), ofStatus.edition());
        WebPage.addFiles(replies, OpenPage.STATUS, ofStatus);
        replies.put(
                OpenPage.OPENAPI.path(),
                SiteReply.page(SiteReply.JSON, WebPage.REVALIDATED, ClassPath.text("openapi.json")));
        replies.put(
                OpenPage.ASYNCAPI.path(),
                SiteReply.page(SiteReply.JSON, WebPage.REVALIDATED, ClassPath.text("asyncapi.json")));
        replies.put(
                OpenPage.LIVE_SCRIPT.path(),
                SiteReply.page("text/javascript; charset=utf-8", WebPage.REVALIDATED, ClassPath.text("site/live.js")));
        WebPage.addDocs(replies);
        WebPage.addConsole(replies, console, live);
    }

    SiteReply reply(SiteRequest request) {
        var reply = known(request)
                .map(known -> request.reads() ? known : refused(request))
                .orElseGet(() -> SiteReply.error(ErrorCode.NOT_FOUND, request));
        return reply.to(request);
    }

    private Optional<SiteReply> known(SiteRequest request) {
        if (request.path().equals(OpenPage.STATUS.path())) {
            return Optional.of(status.reply(request));
        }
        return request.path().equals(OpenPage.STATUS.path() + Status.HISTORY)
                ? Optional.of(status.history(request))
                : Optional.ofNullable(replies.get(request.path()));
    }

    private static SiteReply refused(SiteRequest request) {
        return SiteReply.error(ErrorCode.METHOD_NOT_ALLOWED, request).with("Allow", "GET, HEAD");
    }
}
