package waggle.crm;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.UUID;
import waggle.http.reply.WriteReplies;
import waggle.http.request.Idempotency;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ReadController;
import waggle.http.resource.ResourceSupport;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.crm.stored.CrmLink;
import waggle.model.crm.stored.Unlinking;
import waggle.model.crm.sync.Link.State;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.platform.queue.CrmQueue;
import waggle.platform.queue.CrmTask;

@Controller(ResourceGroup.BASE + "/" + CrmLink.PATH)
final class CrmLinksController extends ReadController<CrmLink> {
    private final CrmQueue queue;

    CrmLinksController(ResourceSupport support, CrmQueue queue) {
        super(CrmLink.RESOURCE, support);
        this.queue = queue;
    }

    /** Ends a link. Both records stay, and are not linked again. */
    @Delete("/{uuid}")
    public HttpResponse<String> delete(
            Actor actor, String uuid, Precondition precondition, Query query, Idempotency idempotency) {
        query.requireNone();
        return idempotency.once(actor, write -> {
            Unlinking.of(write, Uuids.inPath(uuid), precondition);
            return WriteReplies.deleted();
        });
    }

    /** Looks at the records of a link now. The outcome is in the link and in the log. */
    @Post("/{uuid}/retry")
    @JsonTypes(reply = CrmLink.class)
    public HttpResponse<String> retryLink(Actor actor, String uuid, Query query, Idempotency idempotency) {
        query.requireNone();
        return idempotency.once(actor, write -> {
            var link = write.get(CrmLink.RESOURCE, Uuids.inPath(uuid));
            if (link.value().status() == State.UNLINKED) {
                throw WaggleException.conflict("The link has ended");
            }
            var task = task(write.company(), link);
            write.afterCommit(() -> queue.offer(List.of(task)));
            return WriteReplies.changed(link);
        });
    }

    private static CrmTask task(UUID company, Entity<CrmLink> link) {
        var value = link.value();
        var record = value.recordUuid();
        return CrmTask.retry(
                company,
                value.connectionUuid(),
                record == null ? CrmTask.Kind.REMOTE : CrmTask.Kind.RECORD,
                value.resource().resource().name(),
                record == null ? value.remoteId() : record.toString());
    }
}
