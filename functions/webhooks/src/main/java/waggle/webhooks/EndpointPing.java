package waggle.webhooks;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import waggle.delivery.SignedCall;
import waggle.model.Actor;
import waggle.model.events.Event;
import waggle.model.events.EventTypes;
import waggle.model.records.Entity;
import waggle.model.records.Snapshot;
import waggle.model.webhooks.Attempt;
import waggle.model.webhooks.WebhookEndpoint;

/** Sends a {@code ping} to an endpoint. The ping is about the endpoint itself; it is not stored and has no delivery. */
record EndpointPing(SignedCall call, Clock clock) {

    Attempt send(Actor actor, Entity<WebhookEndpoint> endpoint) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var ping = Event.of(EventTypes.PING, Optional.empty(), Optional.of(Snapshot.of(endpoint)), actor, now);
        return SignedCall.attempt(call.send(actor.company(), endpoint, ping));
    }
}
