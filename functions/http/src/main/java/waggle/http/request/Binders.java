package waggle.http.request;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.UUID;
import waggle.model.Actor;
import waggle.model.records.Precondition;
import waggle.model.write.Writes;
import waggle.platform.gateway.AuthorizerContext;

/** The argument types of controller methods, beside path variables. */
@Factory
final class Binders {

    /** The caller as verified by the authorizer; clients cannot set it. */
    @Singleton
    Binder<Actor> actor() {
        return new Binder<>(
                Actor.class,
                event -> Actor.ofKey(
                        UUID.fromString(event.authorizer(AuthorizerContext.COMPANY)),
                        UUID.fromString(event.authorizer(AuthorizerContext.API_KEY)),
                        event.authorizer(AuthorizerContext.LABEL),
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
    Binder<Idempotency> idempotency(BeanProvider<Writes> writes) {
        return new Binder<>(Idempotency.class, event -> Idempotency.of(event, writes.get()));
    }

    @Singleton
    Binder<CollectionPath> collectionPath() {
        return new Binder<>(
                CollectionPath.class,
                event -> new CollectionPath(
                        event.requestedPath(), RequestAddress.of(event).root()));
    }

    @Singleton
    Binder<RequestAddress> address() {
        return new Binder<>(RequestAddress.class, RequestAddress::of);
    }

    @Singleton
    Binder<RawRequest> raw() {
        return new Binder<>(RawRequest.class, RawRequest::of);
    }

    @Singleton
    Binder<Parent> parent() {
        return new Binder<>(Parent.class, Parent::of);
    }
}
