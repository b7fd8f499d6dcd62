package waggle.webhooks;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import waggle.delivery.SignedDelivery;
import waggle.model.Actor;
import waggle.model.events.Event;
import waggle.model.events.EventTypes;
import waggle.model.store.Entity;
import waggle.model.webhooks.Attempt;
import waggle.model.webhooks.WebhookEndpoint;

/** Tries endpoints out. A ping is about the endpoint itself, and is no event that others hear of. */
record Trials(SignedDelivery delivery, Clock clock) {

    Attempt ping(Actor actor, Entity<WebhookEndpoint> endpoint) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var ping = Event.of(EventTypes.PING, null, endpoint, actor, now);
        return SignedDelivery.attempt(delivery.send(actor.company(), endpoint, ping));
    }
}
