package waggle.events;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.catalogue.Catalogue;
import waggle.model.events.Event;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.store.Store;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Replay;
import waggle.model.webhooks.WebhookEndpoint;
import waggle.model.write.Writes;

/** Runs replays: requests the deliveries of a hundred events per sweep, and stores the position for the next sweep. */
final class Replays {
    private static final int BATCH = 100;

    private final Store<Replay> replays;
    private final Store<Event> events;
    private final Store<WebhookEndpoint> endpoints;
    private final Deliveries deliveries;
    private final Writes writes;
    private final Clock clock;

    Replays(DynamoDbClient client, String table, Clock clock) {
        this.replays = new Store<>(client, table, Replay.RESOURCE, clock);
        this.events = new Store<>(client, table, Event.RESOURCE, clock);
        this.endpoints = new Store<>(client, table, WebhookEndpoint.RESOURCE, clock);
        this.deliveries = new Deliveries(client, table, clock);
        this.writes = Catalogue.writes(client, table, clock);
        this.clock = clock;
    }

    void proceed(UUID company, UUID uuid) {
        var waggle = Actor.waggle(company);
        replays.find(waggle, uuid)
                .filter(replay -> replay.value().nextAttemptAt() != null)
                .ifPresent(replay -> proceed(waggle, replay));
    }

    private void proceed(Actor waggle, Entity<Replay> replay) {
        var range = replay.value();
        var endpoint = endpoints.find(waggle, range.webhookEndpointUuid());
        var batch = endpoint.isEmpty() ? List.<Entity<Event>>of() : next(waggle, range);
        endpoint.ifPresent(found -> batch.stream()
                .filter(event -> isIncluded(range, found.value(), event.value()))
                .forEach(event -> request(waggle, found.uuid(), event, batch.indexOf(event))));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var next = batch.size() < BATCH
                ? range.done()
                : range.continued(batch.getLast().uuid(), now);
        writes.run(
                waggle,
                write -> write.change(
                        Replay.RESOURCE, replay.uuid(), Precondition.version(replay.version()), unused -> next));
    }

    private List<Entity<Event>> next(Actor waggle, Replay replay) {
        return events.after(waggle, replay.since(), replay.after(), replay.until(), BATCH);
    }

    private static boolean isIncluded(Replay replay, WebhookEndpoint endpoint, Event event) {
        return replay.selects(event.type()) && endpoint.receives(event);
    }

    /** Gives each event a later due time than the one before it: the sweeper sends tasks in the order of these times. */
    private void request(Actor waggle, UUID endpoint, Entity<Event> event, int position) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var delivery = Delivery.asked(
                endpoint, event.uuid(), event.value().type(), event.value().recordUuid(), now);
        writes.run(waggle, write -> {
            deliveries.ask(write, delivery, now.plusMillis(position));
            return delivery;
        });
    }
}
