package waggle.model.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

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
    private final @Nullable Growth growth;

    /**
     * Binds to a partition.
     *
     * @param partition the partition key of the records that are counted
     */
    public Segments(DynamoDbClient client, String table, String partition) {
        this(client, table, partition, SIZE);
    }

    Segments(DynamoDbClient client, String table, String partition, int size) {
        this(client, table, partition, size, null);
    }

    private Segments(DynamoDbClient client, String table, String partition, int size, @Nullable Growth growth) {
        this.client = client;
        this.table = table;
        this.partition = partition;
        this.size = size;
        this.growth = growth;
    }

    /**
     * Binds to a partition that every write of a company adds to. What it keeps as its greatest key is the end of that
     * key's second, so that writers of the same second need not come in the order of their keys; a full segment that is
     * that young just takes more.
     *
     * @param keptFor seconds after which records, and then their segments, vanish by themselves; 0 when they stay
     */
    static Segments ofLog(DynamoDbClient client, String table, String partition, long keptFor) {
        return new Segments(client, table, partition, SIZE, new Growth(keptFor));
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
            transaction.insert(Segment.begun(at(oldest(first)), uuids.size(), bound(key)), whenMoved);
        } else if (segment.cut().compareTo(first) > 0) {
            throw whenMoved.get();
        } else if (segment.greatest() == null || segment.greatest().compareTo(key) >= 0) {
            transaction.update(at(segment.cut()), "ADD n :many", many(uuids, ":key", key), IS_AROUND, whenMoved);
        } else if (segment.count() < size || segment.greatest().compareTo(first) >= 0) {
            var values = many(uuids, ":bound", bound(key));
            transaction.update(at(segment.cut()), "ADD n :many SET m = :bound", values, "m <= :bound", whenMoved);
        } else {
            var cut = Segment.cut(segment.greatest(), first);
            end(transaction, segment, cut, whenMoved);
            transaction.insert(Segment.begun(at(cut), uuids.size(), bound(key)), whenMoved);
        }
    }

    private void end(
            Transaction transaction, Segment segment, String cut, Supplier<? extends RuntimeException> whenMoved) {
        var values = new HashMap<>(Map.of(":cut", AttributeValue.fromS(cut)));
        var vanishing = growth == null ? Optional.<AttributeValue>empty() : growth.end();
        vanishing.ifPresent(end -> values.put(":end", end));
        transaction.update(
                at(segment.cut()),
                "SET e = :cut" + (vanishing.isPresent() ? ", " + TableDesign.TIME_TO_LIVE + " = :end" : "")
                        + " REMOVE m",
                values,
                "m < :cut",
                whenMoved);
    }

    private String bound(String key) {
        return growth == null ? key : Segment.endOfSecond(key);
    }

    private String oldest(String key) {
        return growth == null ? Segment.OLDEST : Segment.wellBefore(key);
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
        return Ranks.of(newestFirst());
    }

    /** The same of those records alone that are not below a key, though older ones may still be there, or be gone. */
    Ranks ranks(String least) {
        var segments = newestFirst();
        var whole = segments.stream()
                .takeWhile(segment -> segment.cut().compareTo(least) >= 0)
                .toList();
        if (whole.size() == segments.size()) {
            return Ranks.of(whole);
        }
        var above = whole.isEmpty() ? Segment.NEWEST : whole.getLast().cut();
        var rest = new Segment(least, count(least, above, whole.isEmpty()), null);
        return Ranks.of(Stream.concat(whole.stream(), Stream.of(rest)).toList());
    }

    private int count(String least, String above, boolean isNewest) {
        var values = Map.of(
                ":partition", AttributeValue.fromS(partition),
                ":least", AttributeValue.fromS(least),
                ":above", AttributeValue.fromS(above));
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :partition AND sk BETWEEN :least AND :above")
                        .expressionAttributeValues(values)
                        .select(Select.COUNT)
                        .consistentRead(isNewest))
                .stream()
                .mapToInt(QueryResponse::count)
                .sum();
    }

    private List<Segment> newestFirst() {
        var items = client.queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :segments")
                        .expressionAttributeValues(Map.of(":segments", segments()))
                        .projectionExpression("sk, n")
                        .scanIndexForward(false)
                        .consistentRead(true))
                .items();
        return items.stream().map(Segment::of).toList();
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

    /**
     * How the segments of a log grow.
     *
     * @param keptFor seconds; 0 for ever
     */
    private record Growth(long keptFor) {
        private static final long A_DAY = 86_400;

        /** When a segment that ends now has no record any longer. */
        Optional<AttributeValue> end() {
            var end = Instant.now().getEpochSecond() + keptFor + A_DAY;
            return keptFor == 0 ? Optional.empty() : Optional.of(AttributeValue.fromN(Long.toString(end)));
        }
    }
}
