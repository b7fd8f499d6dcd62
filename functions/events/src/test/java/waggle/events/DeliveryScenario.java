package waggle.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.delivery.SigningSecret;
import waggle.events.queue.DeliveryTask;
import waggle.events.queue.QueuesInMemory;
import waggle.events.sweep.Pace;
import waggle.events.sweep.Sweeper;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.SampleTags;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Resource;
import waggle.model.events.Event;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.model.tags.Tag;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.DeliveryId;
import waggle.model.webhooks.Endpoints;
import waggle.model.webhooks.Replay;
import waggle.model.webhooks.WebhookEndpoint;
import waggle.model.write.Writes;
import waggle.platform.aws.SecretSettings;
import waggle.platform.secrets.Seals;

/** The dispatcher, the sweeper and the table of one company, with queues in memory and a clock that a test moves. */
final class DeliveryScenario {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    /** Far fewer tasks than the sweeper of Lambda sends at a time. */
    static final int PORTION = 3;

    final ManualClock clock = new ManualClock();
    final ReceivedCalls calls = new ReceivedCalls(clock);
    final QueuesInMemory queues;
    private final Actor actor = Actor.ofKey(Uuids.next(), Uuids.next(), "Test", "request");
    private final DynamoDbClient client = LocalTable.shared();
    private final String table;
    private final Store<Event> events;
    private final Store<WebhookEndpoint> endpoints;
    private final Endpoints endpointsWithSecrets;
    private final Writes writes;
    private final Deliveries deliveries;
    private final Set<UUID> relayed = new HashSet<>();
    private final Dispatcher dispatcher;
    private final Sweeper sweeper;

    DeliveryScenario() {
        this(LocalTable.NAME);
    }

    DeliveryScenario(String table) {
        this.table = table;
        events = store(Event.RESOURCE);
        endpoints = store(WebhookEndpoint.RESOURCE);
        deliveries = new Deliveries(client, table, clock);
        var secrets = new SecretSettings("us-east-1", Seals.newLocalKey(), null);
        endpointsWithSecrets = new Endpoints(client, table, Seals.of(secrets, AnonymousCredentialsProvider.create()));
        queues = new QueuesInMemory(actor.company(), clock);
        writes = Catalogue.writes(client, table, clock);
        dispatcher = Dispatchers.withoutJitter(client, table, clock, endpointsWithSecrets, calls, queues);
        sweeper = new Sweeper(client, table, clock, queues, new Pace(PORTION, 10, this::dispatch));
    }

    UUID company() {
        return actor.company();
    }

    /** The relay of Lambda, with this scenario's queues. */
    Relay relayFunction() {
        return new Relay(endpoints, queues);
    }

    private <T> Store<T> store(Resource<T> resource) {
        return new Store<>(client, table, resource, clock);
    }

    UUID endpoint(String... types) {
        var endpoint = new WebhookEndpoint(
                "https://example.com/" + Uuids.next(),
                List.of(types),
                List.of(),
                null,
                WebhookEndpoint.Status.ENABLED,
                null,
                null,
                null,
                null);
        return writes.run(actor, write -> endpointsWithSecrets.create(write, endpoint, SigningSecret.generate()))
                .uuid();
    }

    Entity<WebhookEndpoint> endpoint(UUID uuid) {
        return endpoints.get(actor, uuid);
    }

    Entity<Tag> tag(String label) {
        return writes.run(actor, write -> write.create(Tag.RESOURCE, SampleTags.labelled(label)));
    }

    void rename(Entity<Tag> tag, String label) {
        writes.run(actor, write -> write.change(Tag.RESOURCE, tag.uuid(), before -> SampleTags.labelled(label)));
    }

    List<Entity<Event>> events() {
        return events.all(actor);
    }

    Delivery delivery(UUID endpoint, UUID event) {
        return deliveries.find(actor.company(), endpoint, event).orElseThrow().value();
    }

    /** Adds the tasks of all events since the last call. */
    void relay() {
        for (var event : events()) {
            if (relayed.add(event.uuid())) {
                endpoints.all(actor).stream()
                        .filter(endpoint -> endpoint.value().receives(event.value()))
                        .forEach(endpoint -> queues.add(task(event, endpoint.uuid())));
            }
        }
    }

    /** Processes the queues for some time, and sweeps every minute. */
    void run(Duration time) {
        var end = clock.instant().plus(time);
        dispatch();
        while (clock.instant().isBefore(end)) {
            var next = queues.next().filter(at -> at.isBefore(clock.instant().plus(A_MINUTE)));
            if (next.isPresent()) {
                moveTo(next.get());
            } else {
                clock.move(A_MINUTE);
                sweeper.sweep();
            }
            relay();
            dispatch();
        }
    }

    /** Does what {@link #run} does, but moves the clock from one due time to the next. */
    void runQuickly(Duration time) {
        var end = clock.instant().plus(time);
        dispatch();
        for (var next = nextDue(); next.isPresent() && next.get().isBefore(end); next = nextDue()) {
            if (next.get().isAfter(clock.instant())) {
                moveTo(next.get());
            }
            sweeper.sweep();
            relay();
            dispatch();
        }
        moveTo(end);
    }

    private void moveTo(Instant time) {
        clock.move(Duration.between(clock.instant(), time));
    }

    private Optional<Instant> nextDue() {
        return Stream.concat(
                        queues.next().stream(),
                        deliveries().map(Delivery::nextAttemptAt).filter(Objects::nonNull))
                .min(Comparator.naturalOrder());
    }

    private Stream<Delivery> deliveries() {
        return events().stream()
                .flatMap(event -> endpoints.all(actor).stream()
                        .flatMap(endpoint -> deliveries.find(actor.company(), endpoint.uuid(), event.uuid()).stream()))
                .map(Entity::value);
    }

    private void dispatch() {
        for (var batch = queues.receive(1); !batch.isEmpty(); batch = queues.receive(1)) {
            dispatcher.dispatch(batch);
        }
    }

    /** Dispatches all visible messages as one batch, and returns the ids of those to receive again. */
    List<String> dispatchAsOneBatch() {
        return dispatcher.dispatch(queues.receive(Integer.MAX_VALUE));
    }

    /** Requests another attempt of a delivery, as a client does. */
    void retry(UUID endpoint, UUID event) {
        change(endpoint, event, before -> before.again(clock.instant(), clock.instant()));
    }

    void change(UUID endpoint, UUID event, UnaryOperator<Delivery> change) {
        writes.run(actor, write -> write.change(Delivery.RESOURCE, DeliveryId.of(endpoint, event), change));
    }

    /** Requests a replay of all events to an endpoint. */
    UUID replay(UUID endpoint) {
        return replay(endpoint, null);
    }

    UUID replay(UUID endpoint, Replay.@Nullable Only only) {
        var now = clock.instant();
        var replay = Replay.begun(endpoint, now.minus(A_DAY), now.plus(A_DAY), List.of(), only, now);
        return writes.run(actor, write -> write.create(Replay.RESOURCE, replay)).uuid();
    }

    Replay replayed(UUID replay) {
        return store(Replay.RESOURCE).get(actor, replay).value();
    }

    void sweep() {
        sweeper.sweep();
    }

    /** Dispatches a second copy of the relay's message. */
    void repeat(Entity<Event> event, UUID endpoint) {
        queues.add(task(event, endpoint));
        dispatch();
    }

    /** Dispatches a second copy of the first event's message of the last replay. */
    void replayAgain(UUID endpoint) {
        var event = events().getFirst();
        queues.add(
                task(event, endpoint).replayed(delivery(endpoint, event.uuid()).requestedAt()));
        dispatch();
    }

    private DeliveryTask task(Entity<Event> event, UUID endpoint) {
        return new DeliveryTask(
                actor.company(), endpoint, event.uuid(), event.value().recordUuid());
    }
}
