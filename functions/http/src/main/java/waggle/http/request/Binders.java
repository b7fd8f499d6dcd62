package waggle.http.request;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.aws.Settings;
import waggle.model.gateway.AuthorizerContext;
import waggle.model.idempotency.IdempotencyRecords;
import waggle.model.store.Precondition;

/** The argument types of controller methods, beside path variables. */
@Factory
final class Binders {

    /** The caller as verified by the authorizer; clients cannot set it. */
    @Singleton
    Binder<Actor> actor() {
        return new Binder<>(
                Actor.class,
                event -> new Actor(
                        UUID.fromString(event.authorizer(AuthorizerContext.COMPANY)),
                        UUID.fromString(event.authorizer(AuthorizerContext.API_KEY)),
                        event.requestId()));
    }

    @Singleton
    Binder<Query> query() {
        return new Binder<>(Query.class, event -> new Query(event.query(), Access.scopes(event)));
    }

    @Singleton
    Binder<Precondition> precondition() {
        return new Binder<>(Precondition.class, EntityTags::ifMatch);
    }

    @Singleton
    Binder<JsonBody> body() {
        return new Binder<>(JsonBody.class, JsonBody::read);
    }

    @Singleton
    Binder<Idempotency> idempotency(DynamoDbClient client, Settings settings, Clock clock) {
        var records = new IdempotencyRecords(client, settings.table(), clock);
        return new Binder<>(Idempotency.class, event -> Idempotency.of(event, records));
    }

    @Singleton
    Binder<CollectionPath> collectionPath() {
        return new Binder<>(CollectionPath.class, event -> new CollectionPath(event.requestedPath()));
    }
}
