package waggle.account;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Optional;
import waggle.http.reply.WriteReplies;
import waggle.http.request.CollectionPath;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.request.Parent;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.Fault;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeyRing;
import waggle.model.keys.Scopes;
import waggle.model.records.Precondition;

@Controller(ResourceGroup.BASE + "/" + ApiKey.PATH)
final class ApiKeysController extends ResourceController<ApiKey> {
    private final BeanProvider<KeyRing> ring;
    private final ShapeReader<Rotation> rotation;

    ApiKeysController(ResourceSupport support, BeanProvider<KeyRing> ring) {
        super(ApiKey.RESOURCE, support, ApiKeysController::faults);
        this.ring = ring;
        this.rotation = support.reader(Rotation.class);
    }

    /**
     * Creates an API key. The reply contains the key itself, once. A replayed reply does not contain it. The key works within
     * seconds.
     */
    @Override
    @Post
    public HttpResponse<String> create(
            Actor actor, JsonBody body, Parent above, CollectionPath collection, Query query, Idempotency idempotency) {
        var expanded = expanded(query);
        var uuid = Uuids.next();
        var reply = idempotency.once(
                actor, write -> WriteReplies.created(ring.get().create(write, uuid, shape().read(body)), collection));
        return WriteReplies.expanded(reply, record -> store().expand(actor, record, expanded), expanded);
    }

    /** Changes an API key. A change that changes nothing keeps its version. */
    @Override
    @Patch("/{uuid}")
    public HttpResponse<String> patch(
            Actor actor,
            String uuid,
            JsonBody body,
            Parent above,
            Precondition precondition,
            Query query,
            Idempotency idempotency) {
        var expanded = expanded(query);
        var reply = idempotency.once(
                actor,
                write -> WriteReplies.changed(ring.get()
                        .change(write, Uuids.inPath(uuid), precondition, before -> shape().patch(before, body))));
        return WriteReplies.expanded(reply, record -> store().expand(actor, record, expanded), expanded);
    }

    /** Revokes an API key. No request succeeds with it more than 60 seconds later. Its record stays. */
    @Override
    @Delete("/{uuid}")
    public HttpResponse<String> delete(
            Actor actor, String uuid, Parent above, Precondition precondition, Idempotency idempotency) {
        return idempotency.once(actor, write -> {
            ring.get().revoke(write, Uuids.inPath(uuid), precondition);
            return WriteReplies.deleted();
        });
    }

    /** Rotates an API key. The reply contains the new key, once. The old key works for the given overlap. */
    @Post("/{uuid}/rotate")
    @JsonTypes(request = Rotation.class, reply = ApiKey.class)
    public HttpResponse<String> rotate(Actor actor, String uuid, JsonBody body, Idempotency idempotency) {
        var overlap = rotation.read(body).overlap();
        return idempotency.once(
                actor, write -> WriteReplies.changed(ring.get().rotate(write, Uuids.inPath(uuid), overlap)));
    }

    private static List<Fault> faults(ApiKey key) {
        // The bean validation reports missing scopes.
        return Optional.ofNullable(key.scopes())
                .map(scopes -> Scopes.faults("scopes", scopes, Catalogue.scopedPaths()))
                .orElse(List.of());
    }
}
