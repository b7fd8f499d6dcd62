package waggle.model.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Meanwhile;
import waggle.model.Patience;
import waggle.model.Uuids;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.table.ItemKey;
import waggle.model.tags.Tag;
import waggle.model.tags.Tag.Association;
import waggle.model.write.BulkRecords;

/** One company's tags with segments of a chosen size, and what a plain sorted list says of their pages. */
final class CountedTags {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    final Actor actor;

    private final int segmentSize;
    private final LocalStore<Tag> store;
    private final LocalStore<Tag> atNoon;

    CountedTags(int segmentSize) {
        this(LocalTable.someone(), segmentSize, LocalTable.shared());
    }

    /** Many writers of one segment wait long for each other on a busy machine. */
    private CountedTags(Actor actor, int segmentSize, DynamoDbClient client) {
        this(
                actor,
                segmentSize,
                new LocalStore<>(client, Tag.RESOURCE, Clock.systemUTC(), segmentSize).within(Patience.LONGEST),
                new LocalStore<>(client, Tag.RESOURCE, Clock.fixed(NOON, ZoneOffset.UTC), segmentSize)
                        .within(Patience.LONGEST));
    }

    private CountedTags(Actor actor, int segmentSize, LocalStore<Tag> store, LocalStore<Tag> atNoon) {
        this.actor = actor;
        this.segmentSize = segmentSize;
        this.store = store;
        this.atNoon = atNoon;
    }

    /** The tags of the same company through another client. */
    CountedTags through(DynamoDbClient client) {
        return new CountedTags(actor, segmentSize, client);
    }

    /** The tags of the same company, with another time for the retries of each write. */
    CountedTags within(Duration other) {
        return new CountedTags(actor, segmentSize, store.within(other), atNoon.within(other));
    }

    /** The tags of the same company, while others write between a read and the commit. */
    CountedTags meanwhile(Runnable others) {
        return through(LocalTable.client(new Meanwhile(others)));
    }

    /** One uuid a minute. */
    static UUID uuid(int number) {
        return BulkRecords.uuid((long) number << 16, 0);
    }

    /** The cut of a segment that begins with a key. */
    static String cut(int number) {
        return Segment.cut(
                Segment.endOfSecond(uuid(number - 1).toString()), uuid(number).toString());
    }

    private static Entity<Tag> entity(UUID uuid, String label) {
        return new Entity<>(uuid, tag(label), NOON, NOON, 1);
    }

    private static Tag tag(String label) {
        return new Tag(label, Association.DEAL, "#FFD700", "#000000", null);
    }

    /** Writes tags of the same company in bulk, with longer labels. */
    BulkRecords<Tag> bulk(List<UUID> ascending, int longer) {
        return new BulkRecords<>(
                LocalTable.shared(), LocalTable.NAME, actor.company(), Tag.RESOURCE, ascending.size(), number -> {
                    var uuid = ascending.get(number);
                    return entity(uuid, uuid + "x".repeat(longer));
                });
    }

    UUID create() {
        return store.create(actor, tag(Uuids.next().toString())).uuid();
    }

    void insert(UUID uuid) {
        atNoon.create(actor, uuid, tag(uuid.toString()));
    }

    void delete(UUID uuid) {
        store.delete(actor, uuid, Precondition.NONE);
    }

    String partition() {
        return ItemKey.collection(actor.company(), "tag");
    }

    void assertEveryPageIs(Collection<UUID> uuids, int... sizes) {
        var newestFirst = uuids.stream()
                .map(UUID::toString)
                .sorted()
                .map(UUID::fromString)
                .toList()
                .reversed();
        for (var size : sizes) {
            var pages = Math.ceilDiv(newestFirst.size(), size);
            IntStream.rangeClosed(1, pages + 1).forEach(page -> assertPageIs(newestFirst, page, size));
        }
    }

    Page<Entity<Tag>> page(long number, int size) {
        return store.page(actor, new PageRequest(number, size));
    }

    private void assertPageIs(List<UUID> newestFirst, int number, int size) {
        var page = page(number, size);

        var from = Math.min((number - 1) * size, newestFirst.size());
        var to = Math.min(from + size, newestFirst.size());
        var pages = Math.ceilDiv(newestFirst.size(), size);
        assertThat(page.data()).extracting(Entity::uuid).isEqualTo(newestFirst.subList(from, to));
        assertThat(page.meta()).isEqualTo(new Page.Meta(newestFirst.size(), pages, number, size));
    }

    /** The count of each segment is the number of records in its range. */
    void assertCountsAre(Collection<UUID> uuids) {
        var expected = new TreeMap<String, Integer>();
        var counts = counts();
        counts.keySet().forEach(first -> expected.put(first, 0));
        uuids.forEach(uuid -> expected.merge(expected.floorKey(uuid.toString()), 1, Integer::sum));
        assertThat(counts).isEqualTo(expected);
    }

    NavigableMap<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        newestFirst().forEach(segment -> counts.put(segment.cut(), segment.count()));
        return counts;
    }

    List<Segment> newestFirst() {
        return segments().newestFirst();
    }

    Segments segments() {
        return new Segments(LocalTable.shared(), LocalTable.NAME, partition());
    }

    /** The items of the segments. */
    List<Map<String, AttributeValue>> lanes() {
        return items(ItemKey.segments(partition()));
    }

    List<Map<String, AttributeValue>> records() {
        return items(partition());
    }

    private static List<Map<String, AttributeValue>> items(String partition) {
        return LocalTable.shared()
                .query(query -> query.tableName(LocalTable.NAME)
                        .keyConditionExpression("pk = :partition")
                        .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition))))
                .items();
    }
}
