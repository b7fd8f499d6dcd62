package waggle.webhooks;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import waggle.delivery.SigningSecret;
import waggle.http.reply.WriteReplies;
import waggle.http.request.CollectionPath;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.request.Parent;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.Actor;
import waggle.model.Fault;
import waggle.model.catalogue.Catalogue;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.records.Precondition;
import waggle.model.webhooks.Attempt;
import waggle.model.webhooks.Endpoints;
import waggle.model.webhooks.WebhookEndpoint;

@Controller(ResourceGroup.BASE + "/" + WebhookEndpoint.PATH)
final class WebhookEndpointsController extends ResourceController<WebhookEndpoint> {
    private final Endpoints endpoints;
    private final UrlCheck urls;
    private final EndpointPing ping;

    WebhookEndpointsController(ResourceSupport support, Endpoints endpoints, UrlCheck urls, EndpointPing ping) {
        super(WebhookEndpoint.RESOURCE, support, WebhookEndpointsController::faults);
        this.endpoints = endpoints;
        this.urls = urls;
        this.ping = ping;
    }

    /** Creates a webhook endpoint. The reply contains the secret; no later reply does, not even an idempotent repeat. */
    @Override
    @Post
    public HttpResponse<String> create(
            Actor actor, JsonBody body, Parent above, CollectionPath collection, Idempotency idempotency) {
        return idempotency.once(actor, write -> {
            var endpoint = urls.checked(null, shape().read(body));
            return WriteReplies.created(endpoints.create(write, endpoint, SigningSecret.generate()), collection);
        });
    }

    /** Changes a webhook endpoint. Enabling it clears `disabled_reason` and `failing_since`. */
    @Override
    @Patch("/{uuid}")
    public HttpResponse<String> patch(
            Actor actor, String uuid, JsonBody body, Parent above, Precondition precondition, Idempotency idempotency) {
        UnaryOperator<WebhookEndpoint> change = before -> urls.checked(before, shape().patch(before, body));
        return idempotency.once(
                actor,
                write -> WriteReplies.changed(
                        write.change(WebhookEndpoint.RESOURCE, known(uuid), precondition, change)));
    }

    /** Deletes a webhook endpoint. Its pending deliveries fail. */
    @Override
    @Delete("/{uuid}")
    public HttpResponse<String> delete(
            Actor actor, String uuid, Parent above, Precondition precondition, Idempotency idempotency) {
        return idempotency.once(actor, write -> {
            endpoints.delete(write, known(uuid), precondition);
            return WriteReplies.deleted();
        });
    }

    /** Replaces the secret, and returns the new one this once. The previous secret also signs calls for 24 hours. */
    @Post("/{uuid}/rotate-secret")
    @JsonTypes(reply = WebhookEndpoint.class)
    public HttpResponse<String> rotateSecret(Actor actor, String uuid, Idempotency idempotency) {
        return idempotency.once(
                actor, write -> WriteReplies.changed(endpoints.rotate(write, known(uuid), SigningSecret.generate())));
    }

    /** Sends a `ping` to a webhook endpoint, and returns the attempt. */
    @Post("/{uuid}/test")
    @JsonTypes(reply = Attempt.class)
    public HttpResponse<Attempt> test(Actor actor, String uuid) {
        return HttpResponse.ok(ping.send(actor, store().get(actor, known(uuid))));
    }

    private static List<Fault> faults(WebhookEndpoint endpoint) {
        // The bean validation reports missing types.
        return Optional.ofNullable(endpoint.eventTypes())
                .map(types -> Catalogue.eventTypes().faults("event_types", types))
                .orElse(List.of());
    }
}
