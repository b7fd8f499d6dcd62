package waggle.http.resource;

import io.micronaut.http.HttpResponse;
import java.util.UUID;
import waggle.http.reply.WriteReplies;
import waggle.http.request.EntityTags;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.store.Store;

/** Reads and changes the single record of a resource that each company has once. */
public final class SingleRecord<T> {
    private final Store<T> store;
    private final ShapeReader<T> shape;

    SingleRecord(Store<T> store, ShapeReader<T> shape) {
        this.store = store;
        this.shape = shape;
    }

    /**
     * Returns the record with its tag.
     *
     * @throws waggle.model.WaggleException {@link waggle.model.ErrorCode#NOT_FOUND} if there is no such record
     */
    public HttpResponse<Entity<T>> get(Actor actor, UUID uuid) {
        var entity = store.get(actor, uuid);
        return HttpResponse.ok(entity).header(EntityTags.HEADER, EntityTags.of(entity));
    }

    /** Refuses a change that depends on other records. */
    @FunctionalInterface
    public interface Guard<T> {
        void check(Write write, T before, T after);
    }

    /**
     * Applies a merge patch once per idempotency key.
     *
     * @throws waggle.model.WaggleException if the patch is invalid, the precondition does not hold, or the guard refuses
     */
    public HttpResponse<String> patch(
            Actor actor, UUID uuid, JsonBody body, Precondition precondition, Idempotency idempotency, Guard<T> guard) {
        return idempotency.once(
                actor,
                write -> WriteReplies.changed(write.change(store.resource(), uuid, precondition, before -> {
                    var after = shape.patch(before, body);
                    guard.check(write, before, after);
                    return after;
                })));
    }
}
