package waggle.model.write;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.model.Refusals.assertRefused;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import waggle.model.ErrorCode;
import waggle.model.FaultyClient;
import waggle.model.LocalStore;
import waggle.model.WaggleException;
import waggle.model.records.Precondition;
import waggle.model.write.Orders.Account;
import waggle.model.write.Orders.Order;

/** What is left of a unit of work that is refused, or whose transaction fails. */
class RefusedUnitTest extends OrdersOfACompany {
    @Test
    void transaction_thatMeetsItself_isDoneOnce() {
        var calls = new AtomicInteger();
        var faulty = FaultyClient.with(method -> method.equals("transactWriteItems") && calls.getAndIncrement() == 0
                ? FaultyClient.Fault.CONFLICT_WITH_ITSELF
                : FaultyClient.Fault.NONE);

        var account = new LocalStore<>(faulty, Account.RESOURCE)
                .writes()
                .run(actor, write -> write.create(Account.RESOURCE, new Account("Acme")));

        assertThat(calls).hasValue(2);
        assertThat(counts(account.uuid())).containsExactly("0", "0", "0");
        assertThat(eventTypes()).containsExactly("account.created");
    }

    @Test
    void refusal_writesNothing_andUndoesWhatWasDoneOutside() {
        var undone = new StringBuilder();

        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> run(write -> {
                    write.create(Account.RESOURCE, new Account("Acme"));
                    write.onRefusal(() -> undone.append("undone"));
                    write.afterCommit(() -> undone.append("committed"));
                    return write.get(Account.RESOURCE, new UUID(0, 0));
                }));

        assertThat(undone).hasToString("undone");
        assertThat(accounts.all(actor)).isEmpty();
    }

    @Test
    void failure_afterTheCommit_undoesNothing() {
        var undone = new StringBuilder();

        assertRefused(
                ErrorCode.CONFLICT,
                () -> run(write -> {
                    write.onRefusal(() -> undone.append("undone"));
                    write.afterCommit(() -> {
                        throw new WaggleException(ErrorCode.CONFLICT);
                    });
                    return write.create(Account.RESOURCE, new Account("Acme"));
                }));

        assertThat(undone).isEmpty();
        assertThat(accounts.all(actor)).hasSize(1);
    }

    @Test
    void unit_ofMoreItemsThanATransactionHas_isRefused() {
        var account = account();

        assertRefused(
                ErrorCode.INVALID_REQUEST,
                () -> run(write -> {
                    for (var i = 0; i < 40; i++) {
                        write.create(Order.RESOURCE, Order.open("Order " + i, account, 1));
                    }
                    return account;
                }));
        assertThat(orders.all(actor)).isEmpty();
    }

    @Test
    void create_referenceToARecordThatTheUnitRemoves_isRefused() {
        var account = account();

        assertRefused(
                ErrorCode.INVALID_REQUEST,
                () -> run(write -> {
                    write.create(Order.RESOURCE, Order.open("A", account, 10));
                    return write.remove(Account.RESOURCE, account, Precondition.NONE);
                }));
        assertThat(counts(account)).containsExactly("0", "0", "0");
    }
}
