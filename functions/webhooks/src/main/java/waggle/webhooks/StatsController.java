package waggle.webhooks;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.store.Store;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.EndpointStats;
import waggle.model.webhooks.WebhookEndpoint;
import waggle.platform.aws.Settings;

@Controller(ResourceGroup.BASE + "/" + WebhookEndpoint.PATH + "/{uuid}/stats")
final class StatsController {
    private final Store<WebhookEndpoint> endpoints;
    private final Deliveries deliveries;

    StatsController(ResourceSupport support, DynamoDbClient client, Settings settings, Clock clock) {
        this.endpoints = support.store(WebhookEndpoint.RESOURCE);
        this.deliveries = new Deliveries(client, settings.table(), clock);
    }

    /** Reads the calls of a webhook endpoint, hour by hour. */
    @Get
    @JsonTypes(query = StatsQuery.class)
    public HttpResponse<EndpointStats> stats(Actor actor, String uuid, Query query) {
        var hours = StatsQuery.read(query).hours();
        var endpoint = endpoints.get(actor, Uuids.inPath(uuid));
        return HttpResponse.ok(deliveries.stats(actor.company(), endpoint.uuid(), hours));
    }
}
