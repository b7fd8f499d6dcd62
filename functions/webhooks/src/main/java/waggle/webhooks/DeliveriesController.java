package waggle.webhooks;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Clock;
import waggle.http.reply.WriteReplies;
import waggle.http.request.EntityTags;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.http.resource.SubList;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.catalogue.Catalogue;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.paging.Page;
import waggle.model.store.Store;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Replay;
import waggle.model.webhooks.WebhookEndpoint;

@Controller(ResourceGroup.BASE + "/" + WebhookEndpoint.PATH + "/{uuid}")
final class DeliveriesController {
    private final SubList<Delivery> deliveries;
    private final Store<Delivery> all;
    private final Store<Replay> replays;
    private final ShapeReader<ReplayRange> range;

    DeliveriesController(ResourceSupport support, Clock clock) {
        this.deliveries = support.subList(Delivery.RESOURCE, WebhookEndpoint.RESOURCE);
        this.all = support.store(Delivery.RESOURCE);
        this.replays = support.store(Replay.RESOURCE);
        this.range = support.reader(ReplayRange.class, range -> range.faults(Catalogue.eventTypes(), clock.instant()));
    }

    /** Lists the deliveries to a webhook endpoint with their attempts. */
    @Get("/" + Delivery.PATH)
    @JsonTypes(reply = Delivery.class)
    public HttpResponse<Page<?>> deliveries(Actor actor, String uuid, Query query) {
        return deliveries.of(actor, uuid, query);
    }

    /** Reads a delivery with its attempts. */
    @Get("/" + Delivery.PATH + "/{delivery}")
    @JsonTypes(reply = Delivery.class)
    public HttpResponse<?> readDelivery(Actor actor, String uuid, String delivery, Query query) {
        query.requireNone();
        var found = Redelivery.found(all, actor, uuid, delivery);
        return HttpResponse.ok(found).header(EntityTags.HEADER, EntityTags.of(found));
    }

    /** Retries a delivery. The attempt follows within a minute. */
    @Post("/" + Delivery.PATH + "/{delivery}/retry")
    @JsonTypes(reply = Delivery.class)
    public HttpResponse<String> retryDelivery(Actor actor, String uuid, String delivery, Idempotency idempotency) {
        return idempotency.once(actor, write -> WriteReplies.changed(Redelivery.retry(write, uuid, delivery)));
    }

    /**
     * Replays the events of a time range in their order, including events that were delivered successfully unless `only` is
     * `failed`.
     */
    @Post("/replay")
    @JsonTypes(request = ReplayRange.class, reply = Replay.class)
    public HttpResponse<String> replay(Actor actor, String uuid, JsonBody body, Idempotency idempotency) {
        return idempotency.once(actor, write -> WriteReplies.changed(Redelivery.replay(write, uuid, range.read(body))));
    }

    /** Reads a replay with its progress. */
    @Get("/replays/{replay}")
    @JsonTypes(reply = Replay.class)
    public HttpResponse<?> readReplay(Actor actor, String uuid, String replay, Query query) {
        new Parameters(query).finish();
        var found = Redelivery.find(replays, actor, uuid, replay);
        return HttpResponse.ok(found).header(EntityTags.HEADER, EntityTags.of(found));
    }
}
