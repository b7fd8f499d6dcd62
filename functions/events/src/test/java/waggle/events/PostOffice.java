package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.delivery.Outcome;
import waggle.delivery.RetrySchedule;
import waggle.delivery.SigningSecret;
import waggle.model.Actor;
import waggle.model.Colors;
import waggle.model.Uuids;
import waggle.model.events.Event;
import waggle.model.store.Entity;
import waggle.model.store.Precondition;
import waggle.model.store.Receipt;
import waggle.model.store.Resource;
import waggle.model.store.Store;
import waggle.model.tags.Tag;
import waggle.model.webhooks.Deliveries;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Endpoints;
import waggle.model.webhooks.WebhookEndpoint;

/**
 * The real courier, sweeper and table of one company, on a clock that is moved: queues hold what they were given until its
 * time has come, and receivers do what a test tells them.
 */
final class PostOffice implements Queues {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** Amazon SQS Developer Guide, "Exactly-once processing in Amazon SQS". */
    private static final Duration ONCE_WITHIN = Duration.ofMinutes(5);

    final MovedClock clock = new MovedClock();
    final Actor actor = new Actor(Uuids.next(), Uuids.next(), "request");
    final List<Call> calls = new ArrayList<>();
    private final DynamoDbClient client = LocalTable.shared();
    private final Store<Tag> tags = store(Tag.RESOURCE);
    private final Store<Event> events = store(Event.RESOURCE);
    private final Store<WebhookEndpoint> endpoints = store(WebhookEndpoint.RESOURCE);
    private final Deliveries deliveries = new Deliveries(client, LocalTable.NAME, clock);
    private final Set<UUID> relayed = new HashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, Instant> taken = new HashMap<>();
    final List<String> putBack = new ArrayList<>();
    private boolean losing;
    private final Dispatcher dispatcher;
    private final Sweeper sweeper;
    private Function<Call, Integer> receiver = call -> 200;

    /** A call of a receiver. */
    record Call(Instant at, UUID endpoint, String type, UUID event, UUID record) {}

    private record Waiting(Instant until, Message message) {}

    PostOffice() {
        var health = new Health(new Endpoints(client, LocalTable.NAME, clock), clock);
        RandomGenerator steady = () -> 0;
        var attempts = new Attempts(
                deliveries,
                new Lanes(client, LocalTable.NAME, deliveries, clock),
                health,
                this::post,
                new RetrySchedule(steady),
                this,
                clock);
        dispatcher = new Dispatcher(new Courier(client, LocalTable.NAME, clock, attempts), this, clock);
        sweeper = new Sweeper(client, LocalTable.NAME, clock, this, new Replays(client, LocalTable.NAME, clock));
    }

    private <T> Store<T> store(Resource<T> resource) {
        return new Store<>(client, LocalTable.NAME, resource, clock);
    }

    /** @param does the status that a call is answered with; 0 for none */
    void receiver(Function<Call, Integer> does) {
        receiver = does;
    }

    UUID endpoint(String... types) {
        var wanted = new WebhookEndpoint(
                "https://example.com/" + Uuids.next(),
                List.of(types),
                List.of(),
                null,
                WebhookEndpoint.Status.ENABLED,
                null,
                null,
                null,
                null);
        return new Endpoints(client, LocalTable.NAME, clock)
                .create(actor, wanted, SigningSecret.generate(), Receipt.none())
                .uuid();
    }

    Entity<WebhookEndpoint> endpoint(UUID uuid) {
        return endpoints.get(actor, uuid);
    }

    Entity<Tag> tag(String label) {
        return tags.create(actor, new Tag(label, Tag.Association.PARTNER, Colors.BACKGROUND, Colors.TEXT, null));
    }

    void rename(Entity<Tag> tag, String label) {
        tags.change(
                actor,
                tag.uuid(),
                Precondition.NONE,
                before -> new Tag(label, Tag.Association.PARTNER, Colors.BACKGROUND, Colors.TEXT, null));
    }

    /** Hands on what happened since it was last called. */
    void relay() {
        for (var event : events.all(actor)) {
            if (relayed.add(event.uuid())) {
                endpoints.all(actor).stream()
                        .filter(endpoint -> endpoint.value().hears(event.value()))
                        .forEach(endpoint -> queue(shipment(event, endpoint.uuid())));
            }
        }
    }

    /** Works off what the queues have, and sweeps every minute, for some time. */
    void run(Duration time) {
        var end = clock.instant().plus(time);
        work();
        while (clock.instant().isBefore(end)) {
            var next = next().filter(at -> at.isBefore(clock.instant().plus(A_MINUTE)));
            if (next.isPresent()) {
                clock.move(Duration.between(clock.instant(), next.get()));
            } else {
                clock.move(A_MINUTE);
                sweeper.sweep();
            }
            relay();
            work();
        }
    }

    /** Skips to the next time at which anything is due, for as long as there is any within some time. */
    void runQuickly(Duration time) {
        var end = clock.instant().plus(time);
        work();
        for (var next = due(); next.isPresent() && next.get().isBefore(end); next = due()) {
            if (next.get().isAfter(clock.instant())) {
                clock.move(Duration.between(clock.instant(), next.get()));
            }
            sweeper.sweep();
            relay();
            work();
        }
        clock.move(Duration.between(clock.instant(), end));
    }

    private Optional<Instant> due() {
        return Stream.concat(
                        next().stream(),
                        all().stream().map(Delivery::nextAttemptAt).filter(Objects::nonNull))
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> next() {
        return waiting.stream().map(Waiting::until).min(Comparator.naturalOrder());
    }

    private void work() {
        for (var due = take(1); !due.isEmpty(); due = take(1)) {
            dispatcher.dispatch(due);
        }
    }

    /** Works off what is due as one batch; answers the ids of the messages that have to come again. */
    List<String> workAtOnce() {
        return dispatcher.dispatch(take(Integer.MAX_VALUE));
    }

    private List<Message> take(int most) {
        var due = waiting.stream()
                .filter(one -> !one.until().isAfter(clock.instant()))
                .limit(most)
                .toList();
        waiting.removeAll(due);
        return due.stream().map(Waiting::message).toList();
    }

    /** As if whoever sends died before it could, from now on or no longer. */
    void loseMessages(boolean whether) {
        losing = whether;
    }

    /** The same message once more, as a queue may hand it out twice. */
    void repeat(Entity<Event> event, UUID endpoint) {
        queue(shipment(event, endpoint));
        work();
    }

    private Shipment shipment(Entity<Event> event, UUID endpoint) {
        return new Shipment(
                actor.company(), endpoint, event.uuid(), event.value().recordUuid());
    }

    List<Entity<Event>> events() {
        return events.all(actor);
    }

    Delivery delivery(UUID endpoint, UUID event) {
        return deliveries.find(actor.company(), endpoint, event).orElseThrow().value();
    }

    private List<Delivery> all() {
        return events.all(actor).stream()
                .flatMap(event -> endpoints.all(actor).stream()
                        .flatMap(endpoint -> deliveries.find(actor.company(), endpoint.uuid(), event.uuid()).stream()))
                .map(Entity::value)
                .toList();
    }

    private Outcome post(UUID company, Entity<WebhookEndpoint> endpoint, Entity<Event> event) {
        var call = new Call(
                clock.instant(),
                endpoint.uuid(),
                event.value().type(),
                event.uuid(),
                event.value().recordUuid());
        calls.add(call);
        var status = receiver.apply(call);
        @Nullable Integer answered = status == 0 ? null : status;
        return new Outcome(call.at(), Duration.ofMillis(3), answered, "", null, answered == null ? "timed out" : null);
    }

    private void queue(Shipment shipment, String queue, Duration wait) {
        var message = new Message(Uuids.next().toString(), "receipt", queue, shipment);
        waiting.add(new Waiting(clock.instant().plus(wait), message));
    }

    private void queue(Shipment shipment) {
        queue(shipment, "deliveries.fifo", Duration.ZERO);
    }

    /** As a FIFO queue takes the same once within five minutes. */
    @Override
    public void send(List<Shipment> shipments) {
        if (!losing) {
            // The sweeper finds what other tests left as well.
            shipments.stream()
                    .filter(shipment -> shipment.company().equals(actor.company()))
                    .filter(this::isNew)
                    .forEach(this::queue);
        }
    }

    private boolean isNew(Shipment shipment) {
        // Amazon SQS API Reference, SendMessage.
        assertThat(shipment.deduplication()).matches("[\\p{Alnum}\\p{Punct}]{1,128}");
        assertThat(shipment.group()).matches("[\\p{Alnum}\\p{Punct}]{1,128}");
        var sent = taken.get(shipment.deduplication());
        if (sent != null && !clock.instant().isAfter(sent.plus(ONCE_WITHIN))) {
            return false;
        }
        taken.put(shipment.deduplication(), clock.instant());
        return true;
    }

    @Override
    public void send(Shipment shipment, Duration wait) {
        if (!losing) {
            queue(shipment, "later", wait);
        }
    }

    @Override
    public void done(Message message) {}

    @Override
    public void putBack(Message message) {
        putBack.add(message.id());
    }
}
