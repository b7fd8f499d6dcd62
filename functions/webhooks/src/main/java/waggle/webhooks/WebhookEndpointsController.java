package waggle.webhooks;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.delivery.SigningSecret;
import waggle.delivery.receiver.Receivers;
import waggle.http.reply.WriteReplies;
import waggle.http.request.CollectionPath;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.request.Parent;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.Actor;
import waggle.model.Fault;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.declaration.Write;
import waggle.model.records.Precondition;
import waggle.model.webhooks.Attempt;
import waggle.model.webhooks.Endpoints;
import waggle.model.webhooks.WebhookEndpoint;

@Controller(ResourceGroup.BASE + "/" + WebhookEndpoint.PATH)
final class WebhookEndpointsController extends ResourceController<WebhookEndpoint> {
    private final Endpoints endpoints;
    private final Receivers receivers;
    private final EndpointPing ping;

    WebhookEndpointsController(
            ResourceSupport support, Endpoints endpoints, CalledReceivers called, EndpointPing ping) {
        super(WebhookEndpoint.RESOURCE, support, WebhookEndpointsController::faults);
        this.endpoints = endpoints;
        this.receivers = called.receivers();
        this.ping = ping;
    }

    /** Creates a webhook endpoint. The reply contains the secret; no later reply does, not even an idempotent repeat. */
    @Override
    @Post
    public HttpResponse<String> create(
            Actor actor, JsonBody body, Parent above, CollectionPath collection, Query query, Idempotency idempotency) {
        query.requireNone();
        var urls = new UrlCheck(receivers);
        return idempotency.once(actor, write -> {
            var endpoint = checked(urls, write, null, shape().read(body));
            return WriteReplies.created(endpoints.create(write, endpoint, SigningSecret.generate()), collection);
        });
    }

    /** Changes a webhook endpoint. Enabling it clears `disabled_reason` and `failing_since`. */
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
        query.requireNone();
        var urls = new UrlCheck(receivers);
        return idempotency.once(actor, write -> {
            UnaryOperator<WebhookEndpoint> change = before -> checked(urls, write, before, shape().patch(before, body));
            return WriteReplies.changed(
                    write.change(WebhookEndpoint.RESOURCE, Uuids.inPath(uuid), precondition, change));
        });
    }

    /** Deletes a webhook endpoint. Its pending deliveries fail. */
    @Override
    @Delete("/{uuid}")
    public HttpResponse<String> delete(
            Actor actor, String uuid, Parent above, Precondition precondition, Idempotency idempotency) {
        return idempotency.once(actor, write -> {
            endpoints.delete(write, Uuids.inPath(uuid), precondition);
            return WriteReplies.deleted();
        });
    }

    /** Replaces the secret, and returns the new one this once. Earlier secrets also sign calls for 24 hours. */
    @Post("/{uuid}/rotate-secret")
    @JsonTypes(reply = WebhookEndpoint.class)
    public HttpResponse<String> rotateSecret(Actor actor, String uuid, Idempotency idempotency) {
        return idempotency.once(
                actor,
                write -> WriteReplies.changed(endpoints.rotate(write, Uuids.inPath(uuid), SigningSecret.generate())));
    }

    /** Sends a `ping` to a webhook endpoint, and returns the attempt. */
    @Post("/{uuid}/test")
    @JsonTypes(reply = Attempt.class)
    public HttpResponse<Attempt> test(Actor actor, String uuid) {
        return HttpResponse.ok(ping.send(actor, store().get(actor, Uuids.inPath(uuid))));
    }

    /** Names that the endpoint has already are not checked again, since a custom field may have been deleted. */
    private static WebhookEndpoint checked(
            UrlCheck urls, Write write, @Nullable WebhookEndpoint before, WebhookEndpoint after) {
        if (before == null || !before.fields().containsAll(after.fields())) {
            EndpointFields.of(after).requireKeys(write);
        }
        return urls.checked(before, after);
    }

    private static List<Fault> faults(WebhookEndpoint endpoint) {
        // The bean validation reports missing types.
        var ofTypes = Optional.ofNullable(endpoint.eventTypes())
                .map(types -> Catalogue.eventTypes().faults("event_types", types))
                .orElse(List.of());
        return Stream.concat(ofTypes.stream(), EndpointFields.of(endpoint).faults().stream())
                .toList();
    }
}
