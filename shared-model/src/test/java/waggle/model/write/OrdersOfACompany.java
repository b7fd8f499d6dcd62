package waggle.model.write;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import waggle.model.Actor;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Outbox;
import waggle.model.declaration.Write;
import waggle.model.write.Orders.Account;
import waggle.model.write.Orders.Order;

/** Accounts and orders of a company of its own, for tests of units of work. */
abstract class OrdersOfACompany {
    final Actor actor = LocalTable.someone();
    final LocalStore<Account> accounts = new LocalStore<>(Account.RESOURCE);
    final LocalStore<Order> orders = new LocalStore<>(Order.RESOURCE);

    final UUID account() {
        return accounts.create(actor, new Account("Acme")).uuid();
    }

    final List<String> counts(UUID account) {
        var counts = accounts.get(actor, account).counts();
        return List.of("order_count", "open_count", "open_total").stream()
                .map(count -> String.valueOf(counts.get(count)))
                .toList();
    }

    final List<String> eventTypes() {
        return new Outbox(actor.company())
                .events().stream().map(event -> event.path("type").asText()).toList();
    }

    final <R> R run(Function<Write, R> work) {
        return accounts.writes().run(actor, work);
    }
}
