package waggle.model.paging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;
import waggle.model.transaction.Raced;
import waggle.model.transaction.Refusal;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.Transaction;

/**
 * The counted segments of a partition whose sort keys are uuids (README, "Page numbers"). An insert or a delete reads
 * the segment of its record and changes the count in the record's own transaction, on condition that the segment still
 * includes the record. If it does not, the transaction is refused, and the write begins again with a fresh read.
 */
public final class Segments {
    /** The number of records at which a segment is full; it accepts more until its second ends (README, "Decisions"). */
    public static final int SIZE = 96;

    /** An open segment has one lane until it counts this many records, so small collections have one item. */
    private static final int ALONE = 8;

    private final DynamoDbClient client;
    private final String table;
    private final String partition;
    private final int size;
    /** The records that this object has counted out, by the key of their lane, so that no lane falls below zero. */
    private final Map<String, Integer> taken = new HashMap<>();

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
        insert(transaction, uuids, true);
    }

    /**
     * Counts records as the other method does.
     *
     * @param mayClose whether a full segment may be closed: no other part of the transaction changes its counts
     */
    public void insert(Transaction transaction, List<UUID> uuids, boolean mayClose) {
        var first = uuids.getFirst().toString();
        var key = uuids.getLast().toString();
        // Writers of one second need not succeed in the order of their keys.
        var bound = Segment.endOfSecond(key);
        var lanes = around(key).orElse(null);
        if (lanes == null) {
            transaction.insert(Segment.begun(at(Segment.OLDEST), uuids.size(), bound), Refusal.raced());
            return;
        }
        var segment = lanes.segment();
        if (segment.cut().compareTo(first) > 0) {
            apart(transaction, uuids);
        } else if (mayClose
                && segment.greatest() != null
                && segment.greatest().compareTo(first) < 0
                && segment.count() >= size) {
            var cut = Segment.cut(segment.greatest(), first);
            close(transaction, lanes, cut);
            begin(transaction, cut, uuids, bound);
        } else {
            grow(transaction, lanes, uuids, bound);
        }
    }

    /** Counts the records of one transaction in several segments. */
    private void apart(Transaction transaction, List<UUID> uuids) {
        if (uuids.size() == 1) {
            throw new Raced();
        }
        insert(transaction, uuids.subList(0, uuids.size() - 1), false);
        insert(transaction, uuids.subList(uuids.size() - 1, uuids.size()), false);
    }

    private void grow(Transaction transaction, Lanes lanes, List<UUID> uuids, String bound) {
        var key = uuids.getLast();
        var lane = lanes.of(key);
        var change = transaction.change(at(lane.key()), Refusal.raced()).add(Segment.COUNT, uuids.size());
        if (lane.greatest() == null || lane.greatest().compareTo(key.toString()) >= 0) {
            // A segment has one of the two attributes, and a comparison with an absent attribute is false.
            change.where("(m >= %1$s OR e > %1$s)".formatted(change.value(text(key.toString()))));
        } else {
            change.where("m <= " + change.value(text(bound))).set(Segment.GREATEST, text(bound));
        }
        if (lane.isOpen() && lanes.count() == 1 && lane.count() >= Math.min(ALONE, size / 2)) {
            change.requireAbsent(Lane.LANES).set(Lane.LANES, number(Lane.MOST));
            addLanes(transaction, lane.cut(), bound);
        }
    }

    private void close(Transaction transaction, Lanes lanes, String cut) {
        var change = transaction
                .change(at(lanes.first().key()), Refusal.raced())
                .set(Segment.END, text(cut))
                .remove(Segment.GREATEST)
                .remove(Lane.LANES);
        change.where("m < " + change.value(text(cut)));
        for (var lane : lanes.others()) {
            change.add(Segment.COUNT, lane.count());
            transaction
                    .delete(at(lane.key()), Refusal.raced())
                    .require(Segment.COUNT, number(lane.count()))
                    .require(Segment.GREATEST, text(Objects.requireNonNull(lane.greatest())));
        }
        if (lanes.count() == 1) {
            change.requireAbsent(Lane.LANES);
        }
    }

    private void begin(Transaction transaction, String cut, List<UUID> uuids, String bound) {
        var first = Segment.begun(at(cut), uuids.size(), bound);
        first.put(Lane.LANES, number(Lane.MOST));
        transaction.insert(first, Refusal.raced());
        addLanes(transaction, cut, bound);
    }

    private void addLanes(Transaction transaction, String cut, String bound) {
        for (var number = 1; number < Lane.MOST; number++) {
            transaction.insert(Segment.begun(at(Lane.key(cut, number)), 0, bound), Refusal.raced());
        }
    }

    /**
     * Counts out a record that the transaction deletes, after a read of one capacity unit. The transaction fails with
     * {@link waggle.model.transaction.Raced} if the segment no longer includes the record.
     */
    public void delete(Transaction transaction, UUID uuid) {
        var lane = around(uuid.toString()).orElseThrow(Raced::new).lowered(uuid, taken);
        var change = transaction.change(at(lane.key()), Refusal.raced()).add(Segment.COUNT, -1);
        // The open segment includes every key above its cut.
        change.where("(attribute_exists(m) OR e > %s)".formatted(change.value(text(uuid.toString()))))
                .where("n >= " + change.value(number(taken.merge(lane.key(), 1, Integer::sum))));
    }

    /** Reads the number of records and the cuts between segments; one read unit for some 48 segments. */
    public Ranks ranks() {
        return Ranks.of(newestFirst());
    }

    /** Reads all segments, consistently. */
    public List<Segment> newestFirst() {
        for (var budget = RetryBudget.perWrite(); ; budget.pause()) {
            var lanes = Lanes.of(client
                    .queryPaginator(query -> query.tableName(table)
                            .keyConditionExpression("pk = :segments")
                            .expressionAttributeValues(Map.of(":segments", segments()))
                            .projectionExpression("sk, n, m, e, l")
                            .scanIndexForward(false)
                            .consistentRead(true))
                    .items()
                    .stream()
                    .map(Lane::of));
            if (lanes.stream().allMatch(Lanes::isWhole)) {
                return lanes.stream().map(Lanes::segment).toList();
            }
        }
    }

    /** Reads the newest segment, consistently, with one unit. */
    public Optional<Segment> newest() {
        return around(Segment.NEWEST).map(Lanes::segment);
    }

    /** @throws Raced if another transaction replaces the items of the segment */
    private Optional<Lanes> around(String key) {
        var values = Map.of(":segments", segments(), ":key", text(Lane.above(key)));
        var items = client.query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :segments AND sk <= :key")
                        .expressionAttributeValues(values)
                        .scanIndexForward(false)
                        .limit(Lane.MOST)
                        .consistentRead(true))
                .items();
        var newest = Lanes.of(items.stream().map(Lane::of)).stream().findFirst();
        if (newest.isPresent() && !newest.get().isWhole()) {
            throw new Raced();
        }
        return newest;
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue number(int number) {
        return AttributeValue.fromN(Integer.toString(number));
    }

    private AttributeValue segments() {
        return text(ItemKey.segments(partition));
    }

    private ItemKey at(String key) {
        return ItemKey.segment(partition, key);
    }
}
