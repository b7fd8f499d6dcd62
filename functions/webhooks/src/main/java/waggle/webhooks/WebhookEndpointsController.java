package waggle.webhooks;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import waggle.delivery.SigningSecret;
import waggle.http.request.CollectionPath;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.Actor;
import waggle.model.ResourceGroup;
import waggle.model.store.Precondition;
import waggle.model.webhooks.Attempt;
import waggle.model.webhooks.Endpoints;
import waggle.model.webhooks.WebhookEndpoint;

@Controller(ResourceGroup.BASE + "/" + WebhookEndpoint.PATH)
final class WebhookEndpointsController extends ResourceController<WebhookEndpoint> {
    private final Endpoints endpoints;
    private final Addresses addresses;
    private final Trials trials;

    WebhookEndpointsController(ResourceSupport support, Endpoints endpoints, Addresses addresses, Trials trials) {
        super(WebhookEndpoint.RESOURCE, support);
        this.endpoints = endpoints;
        this.addresses = addresses;
        this.trials = trials;
    }

    /** Creates a webhook endpoint. The answer tells the secret, this once; a replayed answer does not. */
    @Override
    @Post
    public HttpResponse<String> create(Actor actor, JsonBody body, CollectionPath collection, Idempotency idempotency) {
        return created(actor, collection, idempotency, receipt -> {
            var wanted = addresses.checked(null, shape().read(body));
            return endpoints.create(actor, wanted, SigningSecret.generate(), receipt);
        });
    }

    /** Changes a webhook endpoint. One that is enabled again begins anew. */
    @Override
    @Patch("/{uuid}")
    public HttpResponse<String> patch(
            Actor actor, String uuid, JsonBody body, Precondition precondition, Idempotency idempotency) {
        return changed(actor, idempotency, receipt -> store().change(
                        actor,
                        known(uuid),
                        precondition,
                        before -> addresses.checked(before, shape().patch(before, body)),
                        receipt));
    }

    /** Deletes a webhook endpoint. What it has not got yet it never gets. */
    @Override
    @Delete("/{uuid}")
    public HttpResponse<String> delete(Actor actor, String uuid, Precondition precondition, Idempotency idempotency) {
        return deleted(actor, idempotency, receipt -> endpoints.delete(actor, known(uuid), precondition, receipt));
    }

    /** Gives a webhook endpoint another secret, told this once; the one before signs beside it for 24 hours. */
    @Post("/{uuid}/rotate-secret")
    @JsonTypes(reply = WebhookEndpoint.class)
    public HttpResponse<String> rotateSecret(Actor actor, String uuid, Idempotency idempotency) {
        return changed(
                actor, idempotency, receipt -> endpoints.rotate(actor, known(uuid), SigningSecret.generate(), receipt));
    }

    /** Sends a webhook endpoint a `ping` now, and answers what came of it. */
    @Post("/{uuid}/test")
    @JsonTypes(reply = Attempt.class)
    public HttpResponse<Attempt> test(Actor actor, String uuid) {
        return HttpResponse.ok(trials.ping(actor, store().get(actor, known(uuid))));
    }
}
