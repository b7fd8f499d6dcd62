package waggle.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Resource;
import waggle.model.lists.ListRequest;
import waggle.model.paging.Page;
import waggle.model.paging.PageRequest;
import waggle.model.paging.Segments;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.store.Store;
import waggle.model.transaction.RetryBudget;
import waggle.model.write.Writes;

/** One resource of the local table: writes of one record each, and reads. */
public final class LocalStore<T> {
    private final DynamoDbClient client;
    private final Resource<T> resource;
    private final Clock clock;
    private final int segmentSize;
    private final Duration time;
    private final Store<T> store;

    public LocalStore(Resource<T> resource) {
        this(LocalTable.shared(), resource, Clock.systemUTC());
    }

    public LocalStore(DynamoDbClient client, Resource<T> resource) {
        this(client, resource, Clock.systemUTC());
    }

    public LocalStore(DynamoDbClient client, Resource<T> resource, Clock clock) {
        this(client, resource, clock, Segments.SIZE);
    }

    public LocalStore(DynamoDbClient client, Resource<T> resource, Clock clock, int segmentSize) {
        this(client, resource, clock, segmentSize, RetryBudget.PER_WRITE);
    }

    private LocalStore(DynamoDbClient client, Resource<T> resource, Clock clock, int segmentSize, Duration time) {
        this.client = client;
        this.resource = resource;
        this.clock = clock;
        this.segmentSize = segmentSize;
        this.time = time;
        this.store = new Store<>(client, LocalTable.NAME, resource, clock);
    }

    public <U> LocalStore<U> of(Resource<U> other) {
        return new LocalStore<>(client, other, clock, segmentSize, time);
    }

    /** The same, with another time for the retries of each write. */
    public LocalStore<T> within(Duration other) {
        return new LocalStore<>(client, resource, clock, segmentSize, other);
    }

    public Store<T> store() {
        return store;
    }

    public Writes writes() {
        return new Writes(client, LocalTable.NAME, clock, Catalogue.traces(), segmentSize).within(time);
    }

    public Entity<T> create(Actor actor, T value) {
        return writes().run(actor, write -> write.create(resource, value));
    }

    public Entity<T> create(Actor actor, UUID uuid, T value) {
        return writes().run(actor, write -> write.create(resource, uuid, value));
    }

    public Entity<T> change(Actor actor, UUID uuid, UnaryOperator<T> change) {
        return change(actor, uuid, Precondition.NONE, change);
    }

    public Entity<T> change(Actor actor, UUID uuid, Precondition precondition, UnaryOperator<T> change) {
        return writes().run(actor, write -> write.change(resource, uuid, precondition, change));
    }

    public Entity<T> delete(Actor actor, UUID uuid, Precondition precondition) {
        return writes().run(actor, write -> write.remove(resource, uuid, precondition));
    }

    public Entity<T> get(Actor actor, UUID uuid) {
        return store.get(actor, uuid);
    }

    public Optional<Entity<T>> find(Actor actor, UUID uuid) {
        return store.find(actor, uuid);
    }

    public List<Entity<T>> all(Actor actor) {
        return store.all(actor);
    }

    public Page<Entity<T>> page(Actor actor, PageRequest request) {
        return store.page(actor, request);
    }

    public Page<Entity<T>> list(Actor actor, ListRequest request) {
        return store.list(actor, request);
    }

    public List<Entity<T>> after(Actor actor, Instant since, UUID after, Instant until, int most) {
        return store.after(actor, since, after, until, most);
    }

    /** The stored item of a record. */
    public Map<String, AttributeValue> item(Actor actor, UUID uuid) {
        return store.records(actor).item(resource, uuid).orElseThrow();
    }
}
