package waggle.webhooks;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import waggle.http.Idempotency;
import waggle.http.JsonBody;
import waggle.http.JsonTypes;
import waggle.http.Query;
import waggle.http.ResourceController;
import waggle.http.ResourceSupport;
import waggle.http.ShapeReader;
import waggle.http.SubList;
import waggle.model.Actor;
import waggle.model.ResourceGroup;
import waggle.model.store.Page;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Replay;
import waggle.model.webhooks.WebhookEndpoint;

@Controller(ResourceGroup.BASE + "/" + WebhookEndpoint.PATH + "/{uuid}")
final class DeliveriesController {
    private final SubList<Delivery> deliveries;
    private final Repeats repeats;
    private final ShapeReader<ReplayRange> range;

    DeliveriesController(ResourceSupport support, Repeats repeats) {
        this.deliveries = support.subList(Delivery.RESOURCE, WebhookEndpoint.RESOURCE);
        this.repeats = repeats;
        this.range = support.reader(ReplayRange.class, ReplayRange::faults);
    }

    /** Lists the deliveries to a webhook endpoint, with their attempts. */
    @Get("/" + Delivery.PATH)
    @JsonTypes(answers = Delivery.class)
    public HttpResponse<Page<?>> deliveries(Actor actor, String uuid, Query query) {
        return deliveries.of(actor, uuid, query);
    }

    /** Tries a delivery again, within a minute. */
    @Post("/" + Delivery.PATH + "/{delivery}/retry")
    @JsonTypes(answers = Delivery.class)
    public HttpResponse<String> retryDelivery(Actor actor, String uuid, String delivery, Idempotency idempotency) {
        return ResourceController.changed(actor, idempotency, receipt -> repeats.retry(actor, uuid, delivery, receipt));
    }

    /** Delivers the events of a time again, those that have arrived as well, in their order. */
    @Post("/replay")
    @JsonTypes(takes = ReplayRange.class, answers = Replay.class)
    public HttpResponse<String> replay(Actor actor, String uuid, JsonBody body, Idempotency idempotency) {
        return ResourceController.changed(
                actor, idempotency, receipt -> repeats.replay(actor, uuid, range.read(body), receipt));
    }
}
