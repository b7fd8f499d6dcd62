package waggle.events;

import java.util.UUID;
import waggle.delivery.Outcome;
import waggle.model.events.Event;
import waggle.model.store.Entity;
import waggle.model.webhooks.WebhookEndpoint;

/** Sends an endpoint what it hears of an event. */
@FunctionalInterface
interface Post {
    Outcome send(UUID company, Entity<WebhookEndpoint> endpoint, Entity<Event> event);
}
