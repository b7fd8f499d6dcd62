package waggle.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Fault;
import waggle.model.aws.Settings;
import waggle.model.store.Resource;
import waggle.model.store.Store;

/** What a resource's controller is made of. A function that is started to read never makes a validator. */
@Singleton
public final class ResourceSupport {
    private final DynamoDbClient client;
    private final Settings settings;
    private final Clock clock;
    private final BeanProvider<Validator> validator;

    ResourceSupport(DynamoDbClient client, Settings settings, Clock clock, BeanProvider<Validator> validator) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.validator = validator;
    }

    /** The records of a resource. */
    public <T> Store<T> store(Resource<T> resource) {
        return new Store<>(client, settings.table(), resource, clock);
    }

    <T> ShapeReader<T> reader(Resource<T> resource) {
        return new ShapeReader<>(
                resource.shape(),
                validator::get,
                resource.immutable(),
                resource.readOnly(),
                resource.counts(),
                resource::check);
    }

    /** Lists what belongs to one record. */
    public <T> SubList<T> subList(Resource<T> resource, Resource<?> owners) {
        return new SubList<>(store(resource), owners);
    }

    /** Reads and changes the one record of its kind that a company has. */
    public <T> SingleRecord<T> single(Resource<T> resource) {
        return new SingleRecord<>(store(resource), reader(resource));
    }

    /** Reads bodies that are no records. */
    public <T> ShapeReader<T> reader(Class<T> shape) {
        return reader(shape, value -> List.of());
    }

    /** The same with rules of their own, for bodies of which each field is sound. */
    public <T> ShapeReader<T> reader(Class<T> shape, Function<T, List<Fault>> check) {
        return new ShapeReader<>(shape, validator::get, List.of(), List.of(), List.of(), check);
    }
}
