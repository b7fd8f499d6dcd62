package waggle.events;

import java.util.UUID;
import waggle.delivery.Outcome;
import waggle.model.events.Event;
import waggle.model.records.Entity;
import waggle.model.webhooks.WebhookEndpoint;

/** Makes the call that sends an event to an endpoint. */
@FunctionalInterface
interface EndpointCall {
    Outcome send(UUID company, Entity<WebhookEndpoint> endpoint, Entity<Event> event);
}
