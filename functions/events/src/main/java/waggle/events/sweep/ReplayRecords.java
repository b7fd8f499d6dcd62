package waggle.events.sweep;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** The records that replays read and write. */
final class ReplayRecords {
    private final Store<Replay> replays;
    private final Store<Event> events;
    private final Store<WebhookEndpoint> endpoints;
    private final Deliveries deliveries;
    private final Writes writes;

    ReplayRecords(DynamoDbClient client, String table, Clock clock) {
        this.replays = new Store<>(client, table, Replay.RESOURCE, clock);
        this.events = new Store<>(client, table, Event.RESOURCE, clock);
        this.endpoints = new Store<>(client, table, WebhookEndpoint.RESOURCE, clock);
        this.deliveries = new Deliveries(client, table, clock);
        this.writes = Catalogue.writes(client, table, clock);
    }

    Optional<Entity<Replay>> running(Actor waggle, UUID uuid) {
        return replays.find(waggle, uuid).filter(replay -> replay.value().status() == Replay.Status.RUNNING);
    }

    Optional<Entity<WebhookEndpoint>> enabledEndpoint(Actor waggle, Replay replay) {
        return endpoints
                .find(waggle, replay.webhookEndpointUuid())
                .filter(endpoint -> endpoint.value().status() == WebhookEndpoint.Status.ENABLED);
    }

    List<Entity<Event>> next(Actor waggle, Replay replay, int most) {
        return events.after(waggle, replay.since(), replay.after(), replay.until(), most);
    }

    /** Whether a delivery was attempted, or put behind others, since the replay was requested. */
    boolean isAttempted(Actor waggle, Entity<Replay> replay, UUID event) {
        return deliveries
                .find(waggle.company(), replay.value().webhookEndpointUuid(), event)
                .filter(delivery -> !delivery.value().requestedAt().isBefore(replay.createdAt()))
                .isPresent();
    }

    /**
     * The events among some whose delivery has failed. Those that this replay has requested before, in a portion that was sent
     * again, stay among them.
     */
    Set<UUID> failed(Actor waggle, Entity<Replay> replay, List<UUID> among) {
        return deliveries.find(waggle.company(), replay.value().webhookEndpointUuid(), among).stream()
                .filter(delivery -> delivery.value().status() == Delivery.Status.FAILED
                        || !delivery.value().requestedAt().isBefore(replay.createdAt()))
                .map(delivery -> delivery.value().eventUuid())
                .collect(Collectors.toSet());
    }

    void save(Actor waggle, Entity<Replay> before, Replay after) {
        var same = Precondition.version(before.version());
        writes.run(waggle, write -> write.change(Replay.RESOURCE, before.uuid(), same, unused -> after));
    }
}
