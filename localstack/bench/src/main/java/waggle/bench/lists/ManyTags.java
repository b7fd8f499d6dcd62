package waggle.bench.lists;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import waggle.bench.cloud.BenchCloud;
import waggle.model.records.Entity;
import waggle.model.tags.Tag;
import waggle.model.tags.Tag.Association;
import waggle.model.write.BulkRecords;
import waggle.platform.aws.Clients;

/**
 * The many tags of a company. They are a second apart, since a full segment accepts records until its second ends.
 *
 * @param count at least ten
 */
record ManyTags(int count) {
    static final int PAGE_SIZE = 10;

    /**
     * Filling more takes DynamoDB Local too long. DynamoDB charges only for records that a query reads, so records far
     * from every measured page are left out.
     */
    private static final int MOST_WHOLE = 200_000;

    /** More than the length of a segment, within which a page is searched. */
    private static final int AROUND = 200;

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> METALS = List.of("Gold", "Silver", "Bronze", "Copper", "Iron");
    private static final List<Association> ASSOCIATIONS = List.of(Association.values());

    /** Whether all records are stored. */
    boolean areWhole() {
        return count <= MOST_WHOLE;
    }

    /** The numbers of the pages to read, including the last. */
    List<Integer> pages() {
        var last = count / PAGE_SIZE;
        return Stream.of(1, 100, 10_000, last)
                .filter(page -> page <= last)
                .distinct()
                .toList();
    }

    /** Writes the state that single inserts would have left. */
    Duration write(BenchCloud cloud) {
        var start = System.nanoTime();
        try (var client = Clients.dynamoDb(cloud.settings(), BenchCloud.credentials())) {
            var bulk = new BulkRecords<>(
                    client, cloud.settings().table(), cloud.actor().company(), Tag.RESOURCE, count, ManyTags::tag);
            bulk.writeSegments();
            if (areWhole()) {
                bulk.writeRecords(0, count);
            } else {
                pages().forEach(page -> writeAround(count - page * PAGE_SIZE, bulk));
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void writeAround(int number, BulkRecords<Tag> bulk) {
        bulk.writeRecords(Math.max(0, number - AROUND), Math.min(count, number + AROUND));
    }

    private static Entity<Tag> tag(int number) {
        var made = FIRST.plusSeconds(number);
        var uuid = BulkRecords.uuid(made.toEpochMilli(), number);
        return new Entity<>(
                uuid,
                new Tag(label(number), ASSOCIATIONS.get(number % ASSOCIATIONS.size()), "#FFD700", "#000000", null),
                made,
                made,
                1);
    }

    private static String label(int number) {
        return "%s partner of the year, no. %08d".formatted(METALS.get(number % METALS.size()), number);
    }
}
