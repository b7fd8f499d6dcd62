package waggle.http.resource;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.http.shape.ShapeReader;
import waggle.model.Fault;
import waggle.model.declaration.Fields;
import waggle.model.declaration.Resource;
import waggle.model.memory.ListMemory;
import waggle.model.store.Store;
import waggle.model.write.Writes;
import waggle.platform.aws.Settings;

/**
 * Makes the parts of controllers. The writes are made lazily, so that a function started by a read does not pay for them.
 */
@Singleton
public final class ResourceSupport {
    private final DynamoDbClient client;
    private final Settings settings;
    private final Clock clock;
    private final ListMemory memory;
    private final BeanProvider<Writes> writes;

    ResourceSupport(
            DynamoDbClient client, Settings settings, Clock clock, ListMemory memory, BeanProvider<Writes> writes) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.memory = memory;
        this.writes = writes;
    }

    /** Runs units of work; also such as read several records and write nothing. */
    public Writes writes() {
        return writes.get();
    }

    public <T> Store<T> store(Resource<T> resource) {
        return new Store<>(client, settings.table(), resource, clock, memory);
    }

    /** Reads bodies that are records of a resource. */
    public <T> ShapeReader<T> reader(Resource<T> resource) {
        return reader(resource, value -> List.of());
    }

    <T> ShapeReader<T> reader(Resource<T> resource, Function<T, List<Fault>> check) {
        return new ShapeReader<>(resource.shape(), resource.fields(), value -> Stream.of(
                        resource.rules().faults(value), check.apply(value))
                .flatMap(List::stream)
                .toList());
    }

    /**
     * Lists the records below one record of another resource.
     *
     * @param owners the other resource; its name with {@code _uuid} must be a filter of the first
     */
    public <T> SubList<T> subList(Resource<T> resource, Resource<?> owners) {
        return new SubList<>(store(resource), owners);
    }

    /** Reads boards of the records of a resource, whose lists can be filtered by stage, tier or status. */
    public <T> BoardReplies<T> boards(Resource<T> resource) {
        return new BoardReplies<>(store(resource));
    }

    /** Reads and changes the single record of a resource that each company has once. */
    public <T> SingleRecord<T> single(Resource<T> resource) {
        return new SingleRecord<>(store(resource), reader(resource));
    }

    /** Reads bodies that are not records of a resource. */
    public <T> ShapeReader<T> reader(Class<T> shape) {
        return reader(shape, value -> List.of());
    }

    /**
     * Reads bodies that are not records of a resource, with a further check.
     *
     * @param check the faults of a body whose fields are all valid
     */
    public <T> ShapeReader<T> reader(Class<T> shape, Function<T, List<Fault>> check) {
        return new ShapeReader<>(shape, Fields.FREE, check);
    }
}
