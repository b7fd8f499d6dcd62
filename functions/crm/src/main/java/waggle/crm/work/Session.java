package waggle.crm.work;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import waggle.crm.rules.MappingFacts;
import waggle.model.Actor;
import waggle.model.crm.budget.SharedCalls;
import waggle.model.crm.mapping.CrmMapping;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.CrmConnection.Status;
import waggle.model.crm.stored.CrmConnectionBuilder;
import waggle.model.crm.stored.CrmCursor;
import waggle.model.records.Entity;

/**
 * The work on one connection during one invocation.
 *
 * @param connection as it was at the beginning
 * @param calls the budget of its calls
 * @param facts what its mappings need to know
 */
record Session(
        Services services,
        Actor actor,
        Entity<CrmConnection> connection,
        CrmMapping mapping,
        SharedCalls calls,
        Crm crm,
        MappingFacts facts)
        implements AutoCloseable {
    /** The time between two notes of a success. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /**
     * Opens the session of a connection; empty if it was deleted.
     *
     * @throws CrmFailure if it has no credentials
     */
    static Optional<Session> open(Services services, UUID company, UUID uuid, String requestId) {
        var records = services.records(Actor.waggle(company));
        var found = records.find(CrmConnection.RESOURCE, uuid);
        var mapping = records.find(CrmMapping.RESOURCE, uuid);
        if (found.isEmpty() || mapping.isEmpty()) {
            return Optional.empty();
        }
        var connection = found.get();
        var actor = Actor.ofCrmConnection(company, uuid, connection.value().label(), requestId);
        var calls = services.accounts().calls(company, connection);
        var crm = services.accounts().open(company, connection, calls);
        var facts = new MappingFacts(
                mapping.get().value(), records, uuid, crm, services.accounts().owners());
        return Optional.of(
                new Session(services, actor, connection, mapping.get().value(), calls, crm, facts));
    }

    UUID company() {
        return actor.company();
    }

    Optional<CrmCursor> cursor() {
        return services.records(actor)
                .find(CrmCursor.RESOURCE, connection.uuid())
                .map(Entity::value);
    }

    /** Changes the cursor, unless the connection was deleted. */
    void change(UnaryOperator<CrmCursor> change) {
        services.writes().run(actor, write -> write.find(CrmCursor.RESOURCE, connection.uuid())
                .map(found -> write.change(CrmCursor.RESOURCE, found.uuid(), change)));
    }

    /** Sets the state that calls have shown, unless a person has paused the connection. */
    void status(Status status, @Nullable String reason) {
        changeConnection(before -> before.status() == Status.PAUSED ? before : before.in(status, reason));
    }

    private void changeConnection(UnaryOperator<CrmConnection> change) {
        services.writes().run(actor, write -> write.find(CrmConnection.RESOURCE, connection.uuid())
                .map(found -> write.change(CrmConnection.RESOURCE, found.uuid(), change)));
    }

    /**
     * Checks that the credentials belong to the account of the first success.
     *
     * @throws CrmFailure of the kind {@link CrmFailure.Kind#STOP} if they do not
     */
    void requireAccount() {
        var known = connection.value().remoteAccount();
        if (known != null && connection.value().status() != Status.CONNECTING) {
            return;
        }
        var account = crm.account();
        if (known != null && !known.id().equals(account.id())) {
            throw new CrmFailure(
                    CrmFailure.Kind.STOP,
                    "The credentials belong to %s, and the connection to %s".formatted(account.label(), known.label()),
                    CrmFailure.Details.NONE);
        }
        var pinned = new CrmConnection.Account(account.id(), account.label());
        changeConnection(before -> before.status() == Status.PAUSED
                ? CrmConnectionBuilder.from(before).withRemoteAccount(pinned)
                : before.pinned(pinned));
    }

    /** Notes that calls succeed. */
    void succeeded() {
        var status = connection.value().status();
        if (status == Status.LIMITED || status == Status.FAILING) {
            status(Status.ACTIVE, null);
        }
        var now = services.clock().instant();
        var last = connection.value().lastSuccessAt();
        // A message for each record must not cost a write of the connection each.
        if (last == null || last.plus(NOTED_EVERY).isBefore(now)) {
            services.connections().succeeded(company(), connection.uuid(), now, calls.quota());
        }
    }

    @Override
    public void close() {
        calls.close();
    }
}
