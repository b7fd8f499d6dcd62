package waggle.model.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.declaration.Counters;
import waggle.model.declaration.Resource;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.store.StoredRecords;
import waggle.model.write.Orders.Account;
import waggle.model.write.Orders.Color;
import waggle.model.write.Orders.Order;
import waggle.model.write.Orders.Remark;

/**
 * Random histories by several writers, whose processes die before and after their transactions and whose transactions meet
 * others: counts, sums, uses of parts, unique texts and page counts are those of the records that exist.
 */
class ContributionsTest {
    private static final int WRITERS = 4;

    private final Actor actor = LocalTable.someone();
    private final StoredRecords records = new StoredRecords(LocalTable.shared(), LocalTable.NAME, actor.company());

    static List<Long> seeds() {
        var seed = Long.getLong("waggle.seed");
        return seed == null ? new Random().longs(2).boxed().toList() : List.of(seed);
    }

    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("seeds")
    void sums_afterAnyHistory_areThoseOfTheRecords(long seed) {
        var done = new AtomicInteger();

        IntStream.range(0, WRITERS)
                .parallel()
                .forEach(writer -> done.addAndGet(new RandomWriter(actor, seed + writer).write()));

        assertThat(done.get()).as("writes that were done").isGreaterThan(RandomWriter.WRITES / 4);
        finishRemovals();
        assertAccountsAreExact();
        assertUsesAreExact();
        assertTextsAndPagesAreExact();
    }

    /** A removal that died on its way is finished by a repetition. */
    private void finishRemovals() {
        removeMarked(Order.RESOURCE);
        removeMarked(Account.RESOURCE);
    }

    private <T> void removeMarked(Resource<T> resource) {
        records.all(resource).stream()
                .filter(found -> item(resource, found.uuid()).containsKey(Counters.DELETING))
                .forEach(found -> new LocalStore<>(resource).delete(actor, found.uuid(), Precondition.NONE));
    }

    private void assertAccountsAreExact() {
        var orders = records.all(Order.RESOURCE).stream().map(Entity::value).toList();
        for (var account : records.all(Account.RESOURCE)) {
            var own = orders.stream()
                    .filter(order -> order.accountUuid().equals(account.uuid()))
                    .toList();
            var open = own.stream().filter(Order::open).toList();
            assertCount(account, "order_count", BigDecimal.valueOf(own.size()));
            assertCount(account, "open_count", BigDecimal.valueOf(open.size()));
            assertCount(
                    account, "open_total", open.stream().map(Order::total).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        for (var order : records.all(Order.RESOURCE)) {
            var remarks = records.all(Remark.RESOURCE.below(order.uuid()));
            assertCount(order, "remark_count", BigDecimal.valueOf(remarks.size()));
        }
    }

    private static void assertCount(Entity<?> entity, String name, BigDecimal expected) {
        assertThat(entity.counts().get(name)).as("%s of %s", name, entity).isEqualByComparingTo(expected);
    }

    private void assertUsesAreExact() {
        var orders = records.all(Order.RESOURCE).stream().map(Entity::value).toList();
        for (var color : records.all(Color.RESOURCE)) {
            var uses = new HashMap<String, Integer>();
            orders.stream()
                    .filter(order -> color.uuid().equals(order.colorUuid()))
                    .forEach(order -> {
                        uses.merge(Counters.REFERENCES, 1, Integer::sum);
                        uses.merge(Counters.ofPart(String.valueOf(order.shade())), 1, Integer::sum);
                    });
            var item = item(Color.RESOURCE, color.uuid());
            assertThat(number(item, Counters.REFERENCES)).isEqualTo(uses.getOrDefault(Counters.REFERENCES, 0));
            for (var shade : color.value().shades()) {
                var part = Counters.ofPart(shade);
                var used = uses.remove(part);
                assertThat(number(item, part)).isEqualTo(used == null ? 0 : used.intValue());
            }
            uses.remove(Counters.REFERENCES);
            assertThat(uses).as("uses of shades that were dropped").isEmpty();
        }
    }

    private void assertTextsAndPagesAreExact() {
        var labels = new TreeMap<String, String>();
        var unique = Order.RESOURCE.uniques().getFirst();
        records.all(Order.RESOURCE)
                .forEach(order -> labels.put(
                        "order#label#"
                                + unique.texts().apply(order.value()).getFirst().key(),
                        order.uuid().toString()));
        assertThat(uniqueTexts()).containsAllEntriesOf(labels);
        var left = new LeftTexts(LocalTable.shared(), LocalTable.NAME);
        texts().forEach(item -> left.deleteIfLeft(Order.RESOURCE, item));
        assertThat(uniqueTexts()).isEqualTo(labels);
        for (var resource : List.of(Account.RESOURCE, Order.RESOURCE, Color.RESOURCE)) {
            assertPages(resource);
        }
    }

    private <T> void assertPages(Resource<T> resource) {
        var page = new LocalStore<>(resource).page(actor, new PageRequest(1, 1));
        assertThat(page.meta().recordCount()).isEqualTo(records.all(resource).size());
    }

    /** The owners of the texts. */
    private Map<String, String> uniqueTexts() {
        var owners = new TreeMap<String, String>();
        texts().forEach(item -> owners.put(text(item, "sk"), text(item, "owner")));
        return owners;
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("")).s();
    }

    private List<Map<String, AttributeValue>> texts() {
        return LocalTable.shared()
                .query(query -> query.tableName(LocalTable.NAME)
                        .keyConditionExpression("pk = :texts")
                        .expressionAttributeValues(
                                Map.of(":texts", AttributeValue.fromS("C#" + actor.company() + "#UNIQUE"))))
                .items();
    }

    private Map<String, AttributeValue> item(Resource<?> resource, UUID uuid) {
        return records.item(resource, uuid).orElseThrow();
    }

    private static int number(Map<String, AttributeValue> item, String name) {
        return Integer.parseInt(
                item.getOrDefault(name, AttributeValue.fromN("0")).n());
    }
}
