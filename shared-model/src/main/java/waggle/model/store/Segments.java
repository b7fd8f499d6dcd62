package waggle.model.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;

/**
 * The counted segments of one partition whose sort keys are uuids (README, "Page numbers"). An insert or a delete looks
 * for its segment at once, and adds the count to the record's own transaction under the condition that the segment is
 * still the key's. Where it is not, the transaction is refused, and its maker begins again with a fresh look.
 */
public final class Segments {
    /** How many records the newest segment takes before the next begins (README, "Decisions"). */
    public static final int SIZE = 96;

    /** A segment has the one or the other; what is absent is never greater. */
    private static final String IS_AROUND = "(m >= :key OR e > :key)";

    private final DynamoDbClient client;
    private final String table;
    private final String partition;
    private final int size;
    private final UnaryOperator<String> bound;

    /**
     * Binds to a partition.
     *
     * @param partition the partition key of the records that are counted
     */
    public Segments(DynamoDbClient client, String table, String partition) {
        this(client, table, partition, SIZE);
    }

    Segments(DynamoDbClient client, String table, String partition, int size) {
        this(client, table, partition, size, UnaryOperator.identity());
    }

    private Segments(DynamoDbClient client, String table, String partition, int size, UnaryOperator<String> bound) {
        this.client = client;
        this.table = table;
        this.partition = partition;
        this.size = size;
        this.bound = bound;
    }

    /**
     * Binds to a partition that every write of a company adds to. What it keeps as its greatest key is the end of that
     * key's second, so that writers of the same second need not come in the order of their keys; a full segment that is
     * that young just takes more.
     */
    static Segments ofLog(DynamoDbClient client, String table, String partition) {
        return new Segments(client, table, partition, SIZE, Segment::endOfSecond);
    }

    /**
     * Counts a record that the transaction inserts, after a look of one read capacity unit.
     *
     * @param whenMoved what the transaction is refused with when the segment is no longer the key's
     */
    public void insert(Transaction transaction, UUID uuid, Supplier<? extends RuntimeException> whenMoved) {
        insert(transaction, List.of(uuid), whenMoved);
    }

    /** Counts records that the transaction inserts, whose uuids were made at once and are ascending. */
    void insert(Transaction transaction, List<UUID> uuids, Supplier<? extends RuntimeException> whenMoved) {
        var first = uuids.getFirst().toString();
        var key = uuids.getLast().toString();
        var segment = around(key).orElse(null);
        if (segment == null) {
            transaction.insert(Segment.begun(at(Segment.OLDEST), uuids.size(), bound.apply(key)), whenMoved);
        } else if (segment.cut().compareTo(first) > 0) {
            throw whenMoved.get();
        } else if (segment.greatest() == null || segment.greatest().compareTo(key) >= 0) {
            transaction.update(at(segment.cut()), "ADD n :many", many(uuids, ":key", key), IS_AROUND, whenMoved);
        } else if (segment.count() < size || segment.greatest().compareTo(first) >= 0) {
            var values = many(uuids, ":bound", bound.apply(key));
            transaction.update(at(segment.cut()), "ADD n :many SET m = :bound", values, "m <= :bound", whenMoved);
        } else {
            var cut = Segment.cut(segment.greatest(), first);
            var end = Map.of(":cut", AttributeValue.fromS(cut));
            transaction.update(at(segment.cut()), "SET e = :cut REMOVE m", end, "m < :cut", whenMoved);
            transaction.insert(Segment.begun(at(cut), uuids.size(), bound.apply(key)), whenMoved);
        }
    }

    /**
     * Counts the first records of a partition, not more than one segment's.
     *
     * @param greatest the greatest of their uuids
     */
    void begin(Transaction transaction, int count, UUID greatest) {
        transaction.insert(
                Segment.begun(at(Segment.OLDEST), count, greatest.toString()),
                () -> new IllegalStateException("the partition has records"));
    }

    /**
     * No longer counts a record that the transaction deletes, after a look of one read capacity unit.
     *
     * @param whenMoved what the transaction is refused with when the segment is no longer the key's
     */
    public void delete(Transaction transaction, UUID uuid, Supplier<? extends RuntimeException> whenMoved) {
        var key = uuid.toString();
        var segment = around(key).orElseThrow(whenMoved);
        var change = transaction
                .touch(at(segment.cut()), there -> Optional.of(whenMoved.get()))
                .add(Segment.COUNT, -1);
        var bound = change.value(AttributeValue.fromS(key));
        change.where("(m >= %1$s OR e > %1$s)".formatted(bound))
                .where("n >= " + change.value(AttributeValue.fromN("1")));
    }

    /** How many records there are, and the cuts between the segments; one read capacity unit for some 48 of them. */
    public Ranks ranks() {
        var items = client.queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :segments")
                        .expressionAttributeValues(Map.of(":segments", segments()))
                        .projectionExpression("sk, n")
                        .scanIndexForward(false)
                        .consistentRead(true))
                .items();
        return Ranks.of(items.stream().map(Segment::of).toList());
    }

    private Optional<Segment> around(String key) {
        var values = Map.of(":segments", segments(), ":key", AttributeValue.fromS(key));
        var items = client.query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :segments AND sk <= :key")
                        .expressionAttributeValues(values)
                        .scanIndexForward(false)
                        .limit(1)
                        .consistentRead(true))
                .items();
        return items.stream().findFirst().map(Segment::of);
    }

    private static Map<String, AttributeValue> many(List<UUID> uuids, String name, String key) {
        return Map.of(":many", AttributeValue.fromN(Integer.toString(uuids.size())), name, AttributeValue.fromS(key));
    }

    private AttributeValue segments() {
        return AttributeValue.fromS(ItemKey.segments(partition));
    }

    private ItemKey at(String cut) {
        return ItemKey.segment(partition, cut);
    }
}
