package waggle.model.write;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.model.Refusals.assertRefused;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.model.ErrorCode;
import waggle.model.LocalStore;
import waggle.model.paging.PageRequest;
import waggle.model.records.Precondition;
import waggle.model.write.Orders.Account;
import waggle.model.write.Orders.Color;
import waggle.model.write.Orders.Order;
import waggle.model.write.Orders.Remark;

/** What one unit of work may do to several records, and several times to one. */
class UnitOfWorkTest extends OrdersOfACompany {
    private final LocalStore<Color> colors = new LocalStore<>(Color.RESOURCE);

    @Test
    void create_recordAndItsOwner_countsTheRecord() {
        var account = run(write -> {
            var owner = write.create(Account.RESOURCE, new Account("Acme"));
            write.create(Order.RESOURCE, Order.open("A", owner.uuid(), 10));
            write.create(Order.RESOURCE, Order.open("B", owner.uuid(), 5));
            return owner.uuid();
        });

        assertThat(counts(account)).containsExactly("2", "2", "15");
        assertThat(orders.page(actor, new PageRequest(1, 10)).meta().recordCount())
                .isEqualTo(2);
    }

    @Test
    void create_withAPartOfARecordOfTheSameUnit_countsThePart() {
        var color = run(write -> {
            var red = write.create(Color.RESOURCE, new Color("Red", List.of("dark", "light")));
            var owner = write.create(Account.RESOURCE, new Account("Acme"));
            write.create(Order.RESOURCE, Order.colored("A", owner.uuid(), red.uuid(), "dark"));
            return red.uuid();
        });

        assertRefused(ErrorCode.CONFLICT, () -> colors.delete(actor, color, Precondition.NONE));
        assertRefused(
                ErrorCode.CONFLICT, () -> colors.change(actor, color, before -> new Color("Red", List.of("light"))));
        colors.change(actor, color, before -> new Color("Red", List.of("dark")));
    }

    @Test
    void change_ofOneRecordTwice_isOneVersionAndOneEvent() {
        var account = account();
        var order = run(write -> write.create(Order.RESOURCE, Order.open("A", account, 10)));

        run(write -> {
            write.change(Order.RESOURCE, order.uuid(), before -> Order.open("A", account, 20));
            return write.change(Order.RESOURCE, order.uuid(), before -> Order.open("A", account, 30));
        });

        assertThat(orders.get(actor, order.uuid()).version()).isEqualTo(2);
        assertThat(counts(account)).containsExactly("1", "1", "30");
        assertThat(eventTypes()).containsExactly("account.created", "order.created", "order.updated");
    }

    @Test
    void create_andRemoveInOneUnit_leavesNothing() {
        var account = account();

        run(write -> {
            var order = write.create(Order.RESOURCE, Order.open("A", account, 10));
            return write.remove(Order.RESOURCE, order.uuid(), Precondition.NONE);
        });

        assertThat(orders.all(actor)).isEmpty();
        assertThat(counts(account)).containsExactly("0", "0", "0");
        assertThat(eventTypes()).containsExactly("account.created");
    }

    @Test
    void remove_recordAndTheOnlyOneThatRefersToIt_isDone() {
        var account = account();
        var color = colors.create(actor, new Color("Red", List.of("dark"))).uuid();
        var order =
                orders.create(actor, Order.colored("A", account, color, "dark")).uuid();

        run(write -> {
            write.remove(Color.RESOURCE, color, Precondition.NONE);
            return write.remove(Order.RESOURCE, order, Precondition.NONE);
        });

        assertThat(colors.all(actor)).isEmpty();
        assertThat(counts(account)).containsExactly("0", "0", "0");
    }

    @Test
    void uniqueTexts_changePlacesInOneUnit() {
        var account = account();
        var first = orders.create(actor, Order.open("A", account, 1)).uuid();
        var second = orders.create(actor, Order.open("B", account, 1)).uuid();

        run(write -> {
            write.change(Order.RESOURCE, first, before -> Order.open("B", account, 1));
            return write.change(Order.RESOURCE, second, before -> Order.open("A", account, 1));
        });

        assertThat(orders.get(actor, first).value().label()).isEqualTo("B");
        assertRefused(ErrorCode.CONFLICT, () -> orders.create(actor, Order.open("A", account, 1)));
        orders.delete(actor, second, Precondition.NONE);
        orders.create(actor, Order.open("A", account, 1));
    }

    @Test
    void reads_seeWhatTheUnitWrote() {
        var account = account();

        run(write -> {
            var order = write.create(Order.RESOURCE, Order.open("A", account, 10));
            assertThat(write.find(Order.RESOURCE, order.uuid())).contains(order);
            assertThat(write.all(Order.RESOURCE)).containsExactly(order);
            assertThat(write.count(Order.RESOURCE)).isEqualTo(1);
            write.remove(Order.RESOURCE, order.uuid(), Precondition.NONE);
            assertThat(write.find(Order.RESOURCE, order.uuid())).isEmpty();
            assertThat(write.all(Order.RESOURCE)).isEmpty();
            assertThat(write.count(Order.RESOURCE)).isZero();
            return order;
        });
    }

    @Test
    void nestedCollections_areCountedAndPagedByTheirParent() {
        var account = account();
        var first = orders.create(actor, Order.open("A", account, 1)).uuid();
        var second = orders.create(actor, Order.open("B", account, 1)).uuid();
        var ofFirst = new LocalStore<>(Remark.RESOURCE.below(first));
        var ofSecond = new LocalStore<>(Remark.RESOURCE.below(second));
        for (var i = 0; i < 12; i++) {
            ofFirst.create(actor, new Remark("Remark " + i, first));
        }
        var remark = ofSecond.create(actor, new Remark("Other", second));

        var page = ofFirst.page(actor, new PageRequest(2, 10));
        assertThat(page.meta().recordCount()).isEqualTo(12);
        assertThat(page.data()).extracting(found -> found.value().text()).containsExactly("Remark 1", "Remark 0");
        assertThat(ofSecond.page(actor, new PageRequest(1, 10)).data()).containsExactly(remark);
        assertThat(ofFirst.find(actor, remark.uuid())).isEmpty();
        assertThat(orders.get(actor, first).counts()).containsEntry("remark_count", BigDecimal.valueOf(12));

        orders.delete(actor, first, Precondition.NONE);

        assertThat(ofFirst.all(actor)).isEmpty();
        assertThat(ofSecond.all(actor)).hasSize(1);
    }
}
