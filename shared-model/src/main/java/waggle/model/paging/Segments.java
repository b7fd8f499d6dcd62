package waggle.model.paging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;
import waggle.model.transaction.Change;
import waggle.model.transaction.Raced;
import waggle.model.transaction.Refusal;
import waggle.model.transaction.Transaction;

/**
 * The counted segments of a partition whose sort keys are uuids (README, "Page numbers"). An insert or a delete reads
 * the segment of its record and changes the count in the record's own transaction, on condition that the segment still
 * includes the record. If it does not, the transaction is refused, and the write begins again with a fresh read.
 */
public final class Segments {
    /** The number of records at which a segment is full; it accepts more until its second ends (README, "Decisions"). */
    public static final int SIZE = 96;

    /** A segment has one of the two attributes, and a comparison with an absent attribute is false. */
    private static final String IS_AROUND = "(m >= %1$s OR e > %1$s)";

    private final DynamoDbClient client;
    private final String table;
    private final String partition;
    private final int size;

    /**
     * Binds to a partition.
     *
     * @param partition the partition key of the counted records
     */
    public Segments(DynamoDbClient client, String table, String partition) {
        this(client, table, partition, SIZE);
    }

    /** @param size the number of records at which a segment is full; {@link #SIZE} except in tests */
    public Segments(DynamoDbClient client, String table, String partition, int size) {
        this.client = client;
        this.table = table;
        this.partition = partition;
        this.size = size;
    }

    /**
     * Counts records that the transaction inserts, after a read of one capacity unit. The transaction fails with
     * {@link waggle.model.transaction.Raced} if the segment no longer includes the records.
     *
     * @param uuids ascending
     */
    public void insert(Transaction transaction, List<UUID> uuids) {
        var first = uuids.getFirst().toString();
        var key = uuids.getLast().toString();
        // Writers of one second need not succeed in the order of their keys.
        var bound = Segment.endOfSecond(key);
        var segment = around(key).orElse(null);
        if (segment == null) {
            transaction.insert(Segment.begun(at(Segment.OLDEST), uuids.size(), bound), Refusal.raced());
        } else if (segment.cut().compareTo(first) > 0) {
            apart(transaction, uuids);
        } else if (segment.greatest() == null || segment.greatest().compareTo(key) >= 0) {
            grow(transaction, segment, uuids, IS_AROUND, key);
        } else if (segment.count() < size || segment.greatest().compareTo(first) >= 0) {
            grow(transaction, segment, uuids, "m <= %1$s", bound).set(Segment.GREATEST, text(bound));
        } else {
            var cut = Segment.cut(segment.greatest(), first);
            end(transaction, segment, cut);
            transaction.insert(Segment.begun(at(cut), uuids.size(), bound), Refusal.raced());
        }
    }

    /** Counts the records of one transaction in several segments. */
    private void apart(Transaction transaction, List<UUID> uuids) {
        if (uuids.size() == 1) {
            throw new Raced();
        }
        insert(transaction, uuids.subList(0, uuids.size() - 1));
        insert(transaction, uuids.subList(uuids.size() - 1, uuids.size()));
    }

    private Change grow(
            Transaction transaction, Segment segment, List<UUID> uuids, String condition, String conditionValue) {
        var change = transaction.change(at(segment.cut()), Refusal.raced()).add(Segment.COUNT, uuids.size());
        return change.where(condition.formatted(change.value(text(conditionValue))));
    }

    private void end(Transaction transaction, Segment segment, String cut) {
        var change = transaction
                .change(at(segment.cut()), Refusal.raced())
                .set(Segment.END, text(cut))
                .remove(Segment.GREATEST);
        change.where("m < " + change.value(text(cut)));
    }

    /**
     * Counts out a record that the transaction deletes, after a read of one capacity unit. The transaction fails with
     * {@link waggle.model.transaction.Raced} if the segment no longer includes the record.
     */
    public void delete(Transaction transaction, UUID uuid) {
        var key = uuid.toString();
        var segment = around(key).orElseThrow(Raced::new);
        var change = transaction.change(at(segment.cut()), Refusal.raced()).add(Segment.COUNT, -1);
        change.where(IS_AROUND.formatted(change.value(text(key))))
                .where("n >= " + change.value(AttributeValue.fromN("1")));
    }

    /** Reads the number of records and the cuts between segments; one read unit for some 48 segments. */
    public Ranks ranks() {
        return Ranks.of(newestFirst());
    }

    /** Reads all segments, consistently. */
    public List<Segment> newestFirst() {
        var items = client.queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :segments")
                        .expressionAttributeValues(Map.of(":segments", segments()))
                        .projectionExpression("sk, n, m, e")
                        .scanIndexForward(false)
                        .consistentRead(true))
                .items();
        return items.stream().map(Segment::of).toList();
    }

    /** Reads the newest segment, consistently, with one unit. */
    public Optional<Segment> newest() {
        return around(Segment.NEWEST);
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

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private AttributeValue segments() {
        return text(ItemKey.segments(partition));
    }

    private ItemKey at(String cut) {
        return ItemKey.segment(partition, cut);
    }
}
