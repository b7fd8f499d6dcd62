package waggle.events;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.events.Event;
import waggle.model.store.Entity;
import waggle.model.store.Precondition;
import waggle.model.store.Store;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Replay;
import waggle.model.webhooks.WebhookEndpoint;

/** Asks for deliveries again, a hundred events at a time; whoever dies at it leaves the rest to the next. */
final class Replays {
    private static final int AT_ONCE = 100;

    private final Store<Replay> replays;
    private final Store<Event> events;
    private final Store<WebhookEndpoint> endpoints;
    private final Deliveries deliveries;
    private final Clock clock;

    Replays(DynamoDbClient client, String table, Clock clock) {
        this.replays = new Store<>(client, table, Replay.RESOURCE, clock);
        this.events = new Store<>(client, table, Event.RESOURCE, clock);
        this.endpoints = new Store<>(client, table, WebhookEndpoint.RESOURCE, clock);
        this.deliveries = new Deliveries(client, table, clock);
        this.clock = clock;
    }

    void go(UUID company, UUID uuid) {
        var waggle = Actor.waggle(company);
        replays.find(waggle, uuid)
                .filter(replay -> replay.value().nextAttemptAt() != null)
                .ifPresent(replay -> go(waggle, replay));
    }

    private void go(Actor waggle, Entity<Replay> replay) {
        var wanted = replay.value();
        var endpoint = endpoints.find(waggle, wanted.webhookEndpointUuid());
        var some = endpoint.isEmpty() ? List.<Entity<Event>>of() : next(waggle, wanted);
        endpoint.ifPresent(hearing -> some.stream()
                .filter(event -> isMeant(wanted, hearing.value(), event.value()))
                .forEach(event -> ask(waggle.company(), hearing.uuid(), event, some.indexOf(event))));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var same = new Precondition(Set.of(replay.version()));
        replays.change(
                waggle,
                replay.uuid(),
                same,
                unused -> some.size() < AT_ONCE
                        ? wanted.done()
                        : wanted.continued(some.getLast().uuid(), now));
    }

    private List<Entity<Event>> next(Actor waggle, Replay replay) {
        return events.after(waggle, replay.since(), replay.after(), replay.until(), AT_ONCE);
    }

    private static boolean isMeant(Replay replay, WebhookEndpoint endpoint, Event event) {
        return replay.means(event.type()) && endpoint.hears(event);
    }

    /** In their order: the sweeper takes what is due in the order of its time. */
    private void ask(UUID company, UUID endpoint, Entity<Event> event, int position) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var wanted = Delivery.asked(
                endpoint, event.uuid(), event.value().type(), event.value().recordUuid(), now);
        deliveries.ask(company, wanted, now.plusMillis(position));
    }
}
