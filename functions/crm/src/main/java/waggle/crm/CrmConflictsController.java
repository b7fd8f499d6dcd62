package waggle.crm;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import waggle.http.reply.WriteReplies;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ReadController;
import waggle.http.resource.ResourceSupport;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.crm.stored.CrmConflict;
import waggle.platform.queue.CrmQueue;
import waggle.platform.queue.CrmTask;

@Controller(ResourceGroup.BASE + "/" + CrmConflict.PATH)
final class CrmConflictsController extends ReadController<CrmConflict> {
    private final ShapeReader<Decision> shape;
    private final CrmQueue queue;

    CrmConflictsController(ResourceSupport support, CrmQueue queue) {
        super(CrmConflict.RESOURCE, support);
        this.shape = support.reader(Decision.class);
        this.queue = queue;
    }

    /**
     * Decides a conflict. Both sides are read again before the decision is carried out, within seconds: the conflict is then
     * `resolved`, or `open` with a `refusal`.
     */
    @Post("/{uuid}/resolve")
    @JsonTypes(request = Decision.class, reply = CrmConflict.class)
    public HttpResponse<String> resolve(Actor actor, String uuid, JsonBody body, Query query, Idempotency idempotency) {
        query.requireNone();
        return idempotency.once(actor, write -> {
            var decision = shape.read(body);
            var conflict = write.get(CrmConflict.RESOURCE, Uuids.inPath(uuid));
            if (conflict.value().status() == CrmConflict.Status.RESOLVED) {
                throw WaggleException.conflict("The conflict is resolved already");
            }
            decision.requireFit(conflict.value());
            var task = new CrmTask(
                    write.company(),
                    conflict.value().connectionUuid(),
                    CrmTask.Kind.DECISION,
                    null,
                    conflict.uuid().toString(),
                    "decision " + Uuids.next());
            write.afterCommit(() -> queue.hint(task));
            return WriteReplies.changed(
                    write.change(CrmConflict.RESOURCE, conflict.uuid(), before -> before.decided(decision.take())));
        });
    }
}
