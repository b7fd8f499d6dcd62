package waggle.http.reply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import waggle.http.request.CollectionPath;
import waggle.http.request.EntityTags;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Write;
import waggle.model.idempotency.Outcome;
import waggle.model.idempotency.Reply;
import waggle.model.json.Json;
import waggle.model.records.Entity;

/** The replies to writes (docs/api.md, "Statuses"). */
public final class WriteReplies {
    private static final Reply NO_CONTENT = new Reply(204, Map.of(), null);

    private WriteReplies() {}

    /** {@link #created(Entity, CollectionPath)}, as the record is once the units that continue this one have run. */
    public static <T> Outcome created(Write write, Resource<T> resource, Entity<T> entity, CollectionPath collection) {
        return followed(write, resource, entity, record -> created(record, collection));
    }

    /** {@link #changed(Entity)}, as the record is once the units that continue this one have run. */
    public static <T> Outcome changed(Write write, Resource<T> resource, Entity<T> entity) {
        return followed(write, resource, entity, WriteReplies::changed);
    }

    /** Another write that came in between makes no reply of this one. */
    private static <T> Outcome followed(
            Write write, Resource<T> resource, Entity<T> entity, Function<Entity<T>, Outcome> outcome) {
        var now = outcome.apply(entity);
        return write.isContinued()
                ? new Outcome(now.reply(), now.repeated(), records -> records.find(resource, entity.uuid())
                        .filter(after -> after.version() == entity.version())
                        .map(outcome))
                : now;
    }

    /** 201 with the record, its tag and its path. */
    public static Outcome created(Entity<?> entity, CollectionPath collection) {
        var location = Map.of("Location", collection.of(entity.uuid()));
        return outcome(entity, record -> reply(201, record, location));
    }

    /** 200 with the record and its tag. */
    public static Outcome changed(Entity<?> entity) {
        return outcome(entity, record -> reply(200, record, Map.of()));
    }

    /** 200 with a value that is no record. */
    public static Outcome value(Object value) {
        var reply = new Reply(200, Map.of(), Json.write(value));
        return new Outcome(reply, reply);
    }

    /**
     * The reply with expanded records. It has no tag, since the version does not cover them.
     *
     * @param expansion adds the records to the JSON of the reply's record
     * @param references the reply stays as it is if there are none
     */
    public static HttpResponse<String> expanded(
            MutableHttpResponse<String> reply, UnaryOperator<ObjectNode> expansion, List<Reference> references) {
        if (!references.isEmpty()) {
            var record = Json.parse(reply.body(), ObjectNode.class);
            reply.body(Json.write(expansion.apply(record))).getHeaders().remove(EntityTags.HEADER);
        }
        return reply;
    }

    /** 204. */
    public static Outcome deleted() {
        return new Outcome(NO_CONTENT, NO_CONTENT);
    }

    /** A value that is shown once is in no repetition of the reply. */
    private static Outcome outcome(Entity<?> entity, Function<Entity<?>, Reply> reply) {
        var first = reply.apply(entity);
        var concealed = entity.concealed();
        return new Outcome(first, concealed.equals(entity) ? first : reply.apply(concealed));
    }

    private static Reply reply(int status, Entity<?> entity, Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put(EntityTags.HEADER, EntityTags.of(entity));
        return new Reply(status, headers, Json.write(entity));
    }
}
