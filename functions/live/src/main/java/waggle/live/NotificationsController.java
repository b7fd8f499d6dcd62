package waggle.live;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.util.function.Supplier;
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
import waggle.model.catalogue.ResourceGroup;
import waggle.model.notifications.Marked;
import waggle.model.notifications.Notification;
import waggle.model.notifications.ReadMarks;
import waggle.model.records.Precondition;
import waggle.model.write.Writes;

@Controller(ResourceGroup.BASE + "/" + Notification.PATH)
final class NotificationsController extends ReadController<Notification> {
    private final ShapeReader<Mark> mark;
    private final ShapeReader<MarkAll> markAll;
    private final Supplier<Writes> writes;

    NotificationsController(ResourceSupport support) {
        super(Notification.RESOURCE, support);
        this.mark = support.reader(Mark.class);
        this.markAll = support.reader(MarkAll.class);
        this.writes = support::writes;
    }

    /**
     * Marks all unread notifications of a user as read, at most 5,000 at once. If the request is interrupted, a repetition
     * marks the others.
     */
    @Post("/read")
    @JsonTypes(request = MarkAll.class, reply = Marked.class)
    public HttpResponse<String> markRead(Actor actor, JsonBody body, Query query, Idempotency idempotency) {
        query.requireNone();
        var all = markAll.read(body);
        var marks = new ReadMarks(writes.get());
        return idempotency.once(actor, write -> WriteReplies.value(marks.markAll(write, all.userUuid(), all.before())));
    }

    /** Marks a notification as read or as unread. A mark that changes nothing keeps its version. */
    @Patch("/{uuid}")
    @JsonTypes(request = Mark.class, reply = Notification.class)
    public HttpResponse<String> patch(
            Actor actor, String uuid, JsonBody body, Precondition precondition, Query query, Idempotency idempotency) {
        query.requireNone();
        return idempotency.once(actor, write -> {
            var read = mark.read(body).read();
            return WriteReplies.changed(write.change(
                    Notification.RESOURCE,
                    Uuids.inPath(uuid),
                    precondition,
                    before -> before.marked(read, write.time())));
        });
    }
}
