package waggle.crm;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waggle.crm.account.Accounts;
import waggle.model.Actor;
import waggle.model.WaggleException;
import waggle.model.crm.mapping.CrmMapping;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.records.Entity;

/** The calls to a CRM that a request waits for. */
@Singleton
final class ConnectionCalls {
    private final Accounts accounts;

    ConnectionCalls(Accounts accounts) {
        this.accounts = accounts;
    }

    private <R> R with(Actor actor, Entity<CrmConnection> connection, Function<Crm, R> work) {
        try (var calls = accounts.calls(actor.company(), connection)) {
            return work.apply(accounts.open(actor.company(), connection, calls));
        }
    }

    /** Tests the credentials and the objects of the mappings. */
    ConnectionTest test(Actor actor, Entity<CrmConnection> connection, CrmMapping mapping) {
        try {
            return with(actor, connection, crm -> tested(connection.value(), mapping, crm));
        } catch (CrmFailure failure) {
            return new ConnectionTest(false, null, List.of(), failure.getMessage());
        }
    }

    private static ConnectionTest tested(CrmConnection connection, CrmMapping mapping, Crm crm) {
        var found = crm.account();
        var account = new CrmConnection.Account(found.id(), found.label());
        var known = connection.remoteAccount();
        if (known != null && !known.id().equals(account.id())) {
            var message =
                    "The credentials belong to %s, and the connection to %s".formatted(account.label(), known.label());
            return new ConnectionTest(false, account, List.of(), message);
        }
        var missing = new ArrayList<String>();
        String message = null;
        for (var of : mapping.mappings()) {
            var refusal = refusal(() -> crm.describe(of.object()));
            if (refusal != null) {
                missing.add(of.object());
                message = refusal;
            }
        }
        if (mapping.mappings().stream().anyMatch(of -> of.has(SyncedResource.OWNER))) {
            var refusal = refusal(crm::owners);
            message = refusal == null ? message : refusal;
            if (refusal != null) {
                missing.add("owners");
            }
        }
        return new ConnectionTest(missing.isEmpty(), account, missing, message);
    }

    private static @Nullable String refusal(Runnable call) {
        try {
            call.run();
            return null;
        } catch (CrmFailure failure) {
            return failure.getMessage();
        }
    }

    /**
     * Reads what the account has.
     *
     * @throws WaggleException if the CRM refuses a call
     */
    CrmSchema schema(Actor actor, Entity<CrmConnection> connection) {
        try {
            return with(actor, connection, crm -> {
                var objects = Accounts.objects(connection.value().provider()).stream()
                        .map(name -> new CrmSchema.RemoteKind(
                                name, crm.describe(name).fields(), crm.stages(name)))
                        .toList();
                return new CrmSchema(objects, crm.owners());
            });
        } catch (CrmFailure failure) {
            throw WaggleException.conflict("The CRM refuses the call: " + failure.getMessage());
        }
    }
}
