package waggle.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import waggle.model.aws.Clients;
import waggle.model.store.BulkRecords;
import waggle.model.store.Entity;
import waggle.model.tags.Tag;
import waggle.model.tags.Tag.Association;

/**
 * The tags of a company that has very many, a millisecond apart, which is as far as a segment's cut can be from short.
 *
 * @param count at least ten
 */
record ManyTags(int count) {
    static final int PAGE_SIZE = 10;

    /**
     * More would take DynamoDB Local longer than anyone waits. Only what a query reads is charged, so the records that no
     * page is near need not be there.
     */
    private static final int MOST_WHOLE = 200_000;

    /** More than the length of a segment, within which pages are found. */
    private static final int AROUND = 200;

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> METALS = List.of("Gold", "Silver", "Bronze", "Copper", "Iron");
    private static final List<Association> ASSOCIATIONS = List.of(Association.values());

    /** Whether all are there. */
    boolean areWhole() {
        return count <= MOST_WHOLE;
    }

    /** The numbers of the pages to read; the last one is among them. */
    List<Integer> pages() {
        var last = count / PAGE_SIZE;
        return Stream.of(1, 100, 10_000, last)
                .filter(page -> page <= last)
                .distinct()
                .toList();
    }

    /** Writes them at once, as inserting one after the other would have left them. */
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
        var made = FIRST.plusMillis(number);
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
