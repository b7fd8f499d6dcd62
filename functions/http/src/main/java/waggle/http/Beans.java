package waggle.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.function.aws.LambdaContextFactory;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.http.logs.CapacityMeter;
import waggle.model.catalogue.Catalogue;
import waggle.model.json.Json;
import waggle.model.memory.ListMemory;
import waggle.model.write.Writes;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/** Makes the beans of other libraries' classes. */
@Factory
final class Beans {

    @Singleton
    @Bean(preDestroy = "close")
    DynamoDbClient dynamoDb(Settings settings, AwsCredentialsProvider credentials, CapacityMeter meter) {
        return Clients.dynamoDb(settings, credentials, meter);
    }

    @Singleton
    Writes writes(DynamoDbClient client, Settings settings, Clock clock) {
        return Catalogue.writes(client, settings.table(), clock);
    }

    /** A function that is made with another memory, such as one of the whole process, uses that one. */
    @Singleton
    @Secondary
    ListMemory memory(DynamoDbClient client, Settings settings) {
        return new ListMemory(client, settings.table());
    }

    /** A function that is made with another clock uses that one. */
    @Singleton
    @Secondary
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    @Replaces(ObjectMapper.class)
    ObjectMapper mapper() {
        return Json.mapper();
    }

    /**
     * Replaces Micronaut's factory, which registers Lambda's context as a new singleton on every call and searches the
     * beans for it, so that a warm function slows down call by call. Our code does not use that bean.
     */
    @Singleton
    @Replaces(LambdaContextFactory.class)
    LambdaContextFactory lambdaContext() {
        return context -> {};
    }
}
