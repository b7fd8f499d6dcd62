package waggle.account;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import waggle.http.request.CollectionPath;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.ResourceGroup;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeyRing;
import waggle.model.store.Precondition;

@Controller(ResourceGroup.BASE + "/" + ApiKey.PATH)
final class ApiKeysController extends ResourceController<ApiKey> {
    private final BeanProvider<KeyRing> ring;
    private final ShapeReader<Rotation> rotation;

    ApiKeysController(ResourceSupport support, BeanProvider<KeyRing> ring) {
        super(ApiKey.RESOURCE, support);
        this.ring = ring;
        this.rotation = support.reader(Rotation.class);
    }

    /** Creates an API key. The reply contains the key itself, once. A replayed reply does not contain it. */
    @Override
    @Post
    public HttpResponse<String> create(Actor actor, JsonBody body, CollectionPath collection, Idempotency idempotency) {
        return created(
                actor, collection, idempotency, receipt -> ring.get().create(actor, shape().read(body), receipt));
    }

    /** Revokes an API key. No request succeeds with it more than 60 seconds later. Its record stays. */
    @Override
    @Delete("/{uuid}")
    public HttpResponse<String> delete(Actor actor, String uuid, Precondition precondition, Idempotency idempotency) {
        return deleted(actor, idempotency, receipt -> ring.get().revoke(actor, known(uuid), precondition, receipt));
    }

    /** Rotates an API key. The reply contains the new key, once. The old key works for the given overlap. */
    @Post("/{uuid}/rotate")
    @JsonTypes(request = Rotation.class, reply = ApiKey.class)
    public HttpResponse<String> rotate(Actor actor, String uuid, JsonBody body, Idempotency idempotency) {
        var overlap = rotation.read(body).overlap();
        return changed(actor, idempotency, receipt -> ring.get().rotate(actor, known(uuid), overlap, receipt));
    }
}
