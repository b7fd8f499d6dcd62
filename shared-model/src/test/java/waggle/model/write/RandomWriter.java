package waggle.model.write;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import waggle.model.Actor;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalTable;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Write;
import waggle.model.records.Precondition;
import waggle.model.store.StoredRecords;
import waggle.model.write.Orders.Account;
import waggle.model.write.Orders.Color;
import waggle.model.write.Orders.Order;
import waggle.model.write.Orders.Remark;

/** One writer, whose process dies now and then. */
final class RandomWriter {
    static final int WRITES = Integer.getInteger("waggle.writes", 40);

    private static final UUID NONE = new UUID(0, 0);
    private static final List<String> SHADES = List.of("dark", "light", "pale");

    private final Actor actor;
    private final StoredRecords records;
    private final Random random;

    /** Chooses faults; a random of its own, since a retry must not change which writes follow. */
    private final Random faults;

    private final Writes writes;

    RandomWriter(Actor actor, long seed) {
        this.actor = actor;
        this.records = new StoredRecords(LocalTable.shared(), LocalTable.NAME, actor.company());
        random = new Random(seed);
        faults = new Random(~seed);
        var client = FaultyClient.with(this::fault);
        writes = new Writes(client, LocalTable.NAME, Clock.systemUTC(), Catalogue.traces(), 4);
    }

    private Fault fault(String method) {
        if (!method.equals("transactWriteItems")) {
            return faults.nextInt(200) == 0 ? Fault.KILLED_BEFORE : Fault.NONE;
        }
        return switch (faults.nextInt(20)) {
            case 0 -> Fault.KILLED_BEFORE;
            case 1 -> Fault.KILLED_AFTER;
            case 2, 3, 4 -> Fault.CONFLICT;
            default -> Fault.NONE;
        };
    }

    /** Writes, and returns how many writes were done. */
    int write() {
        var done = 0;
        for (var i = 0; i < WRITES; i++) {
            try {
                writes.run(actor, unit());
                done++;
            } catch (WaggleException | Killed stopped) {
                // Another writer came first, or the process died: the next write is another's.
            }
        }
        return done;
    }

    private Function<Write, Object> unit() {
        var label = "Order " + random.nextInt(30);
        var amount = BigDecimal.valueOf(random.nextInt(10_000), 2);
        var open = random.nextBoolean();
        var shade = SHADES.get(random.nextInt(SHADES.size()));
        var account = any(Account.RESOURCE);
        var color = any(Color.RESOURCE);
        var order = any(Order.RESOURCE);
        var other = any(Order.RESOURCE);
        return switch (account.equals(NONE)
                ? 0
                : color.equals(NONE) ? 1 : order.equals(NONE) ? random.nextInt(4) : random.nextInt(12)) {
            case 0 -> write -> write.create(Account.RESOURCE, new Account("Account"));
            case 1 -> write -> write.create(Color.RESOURCE, new Color("Color", SHADES));
            case 2, 3 -> write -> write.create(Order.RESOURCE, new Order(label, account, open, amount, color, shade));
            case 4 ->
                write -> write.change(
                        Order.RESOURCE, order, before -> new Order(label, account, open, amount, color, shade));
            case 5 ->
                write -> write.change(
                        Order.RESOURCE,
                        order,
                        before -> new Order(before.label(), before.accountUuid(), open, amount, null, null));
            case 6 -> write -> write.remove(Order.RESOURCE, order, Precondition.NONE);
            case 7 -> write -> write.create(Remark.RESOURCE.below(order), new Remark("Remark", order));
            case 8 ->
                write -> write.change(
                        Color.RESOURCE,
                        color,
                        before -> new Color("Color", before.shades().size() > 1 ? List.of(shade) : SHADES));
            case 9 -> write -> write.remove(Color.RESOURCE, color, Precondition.NONE);
            case 10 ->
                random.nextInt(4) == 0
                        ? write -> write.remove(Account.RESOURCE, account, Precondition.NONE)
                        : write -> write.create(Account.RESOURCE, new Account("Account"));
            default -> write -> several(write, order, other, account, amount);
        };
    }

    private Object several(Write write, UUID order, UUID other, UUID account, BigDecimal amount) {
        var owner = write.create(Account.RESOURCE, new Account("New"));
        write.change(
                Order.RESOURCE, order, before -> new Order(before.label(), owner.uuid(), true, amount, null, null));
        if (!other.equals(order)) {
            write.remove(Order.RESOURCE, other, Precondition.NONE);
        }
        return write.create(Order.RESOURCE, Order.open("Of several " + owner.uuid(), account, 1));
    }

    private <T> UUID any(Resource<T> resource) {
        var all = records.all(resource);
        return all.isEmpty() ? NONE : all.get(random.nextInt(all.size())).uuid();
    }
}
