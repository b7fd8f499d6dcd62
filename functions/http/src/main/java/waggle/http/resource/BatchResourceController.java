package waggle.http.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import waggle.http.reply.Failure;
import waggle.http.reply.WriteReplies;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.request.Query;
import waggle.http.resource.BatchChanges.Row;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.write.Parts;

/** Adds {@code POST …/batch}, which changes several records at once (docs/api.md, "Batches"). */
public abstract class BatchResourceController<T> extends ResourceController<T> {
    private static final String LATE = "The batch had no time left for this change; send it again";

    private final ShapeReader<BatchChanges> changes;

    protected BatchResourceController(Resource<T> resource, ResourceSupport support) {
        super(resource, support);
        this.changes = support.reader(BatchChanges.class, BatchChanges::faults);
    }

    /** Changes up to 50 things. Each change is like a PATCH of its own, and a refused one does not stop the others. */
    @Post("/batch")
    @JsonTypes(request = BatchChanges.class, reply = BatchResults.class)
    public HttpResponse<?> batch(Actor actor, JsonBody body, Query query, Idempotency idempotency) {
        query.requireNone();
        var rows = BatchChanges.rows(changes, body);
        return idempotency.inParts(actor, parts -> {
            var time = new BatchTime();
            var room = new PageSize.Room();
            var results = new ArrayList<BatchResult<ObjectNode>>();
            for (var row : rows) {
                var result = result(actor, parts, row, time.next());
                results.add(room.takes(result) ? result : result.brief());
            }
            return new BatchResults<>(results);
        });
    }

    @SuppressWarnings("CatchingUnchecked") // no failure may lose the results of the others
    private BatchResult<ObjectNode> result(Actor actor, Parts parts, Row row, Duration time) {
        var uuid = row.change().uuid();
        try {
            if (time.isZero()) {
                throw new WaggleException(ErrorCode.SERVICE_UNAVAILABLE, LATE);
            }
            var replied = parts.run(
                    uuid.toString(),
                    time,
                    write -> WriteReplies.changed(
                            write,
                            store().resource(),
                            write.change(
                                    store().resource(),
                                    uuid,
                                    row.change().precondition(),
                                    before -> accepted(before, shape().patch(before, row.patch())))));
            return BatchResult.changed(
                    uuid, Json.parse(Objects.requireNonNull(replied.reply().body()), ObjectNode.class));
        } catch (RuntimeException refused) {
            return BatchResult.refused(uuid, Failure.of(refused, "POST", actor.requestId()));
        }
    }
}
