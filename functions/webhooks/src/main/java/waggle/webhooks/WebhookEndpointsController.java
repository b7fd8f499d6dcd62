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
    private final UrlCheck urls;
    private final EndpointPing ping;

    WebhookEndpointsController(ResourceSupport support, Endpoints endpoints, UrlCheck urls, EndpointPing ping) {
        super(WebhookEndpoint.RESOURCE, support);
        this.endpoints = endpoints;
        this.urls = urls;
        this.ping = ping;
    }

    /** Creates a webhook endpoint. The reply contains the secret; no later reply does, not even an idempotent repeat. */
    @Override
    @Post
    public HttpResponse<String> create(Actor actor, JsonBody body, CollectionPath collection, Idempotency idempotency) {
        return created(actor, collection, idempotency, receipt -> {
            var endpoint = urls.checked(null, shape().read(body));
            return endpoints.create(actor, endpoint, SigningSecret.generate(), receipt);
        });
    }

    /** Changes a webhook endpoint. Enabling it clears `disabled_reason` and `failing_since`. */
    @Override
    @Patch("/{uuid}")
    public HttpResponse<String> patch(
            Actor actor, String uuid, JsonBody body, Precondition precondition, Idempotency idempotency) {
        return changed(actor, idempotency, receipt -> store().change(
                        actor,
                        known(uuid),
                        precondition,
                        before -> urls.checked(before, shape().patch(before, body)),
                        receipt));
    }

    /** Deletes a webhook endpoint. Its pending deliveries fail. */
    @Override
    @Delete("/{uuid}")
    public HttpResponse<String> delete(Actor actor, String uuid, Precondition precondition, Idempotency idempotency) {
        return deleted(actor, idempotency, receipt -> endpoints.delete(actor, known(uuid), precondition, receipt));
    }

    /** Replaces the secret, and returns the new one this once. The previous secret also signs calls for 24 hours. */
    @Post("/{uuid}/rotate-secret")
    @JsonTypes(reply = WebhookEndpoint.class)
    public HttpResponse<String> rotateSecret(Actor actor, String uuid, Idempotency idempotency) {
        return changed(
                actor, idempotency, receipt -> endpoints.rotate(actor, known(uuid), SigningSecret.generate(), receipt));
    }

    /** Sends a `ping` to a webhook endpoint, and returns the attempt. */
    @Post("/{uuid}/test")
    @JsonTypes(reply = Attempt.class)
    public HttpResponse<Attempt> test(Actor actor, String uuid) {
        return HttpResponse.ok(ping.send(actor, store().get(actor, known(uuid))));
    }
}
