package waggle.model.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.Limits;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.WaggleException;
import waggle.model.events.Event;
import waggle.model.paging.PageRequest;
import waggle.model.paging.Segment;
import waggle.model.records.Entity;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.write.BulkRecords;
import waggle.model.write.Log;

/** The events of one company in a time of the test's own, and the events that must be there. */
final class RandomLog {
    private static final List<String> TYPES = List.of("tag.created", "tag.updated", "tag.deleted");

    private final Actor actor = LocalTable.someone();
    private final String partition = Event.RESOURCE.collection(actor.company());
    private final Random random;
    private final int size;
    private final Map<Entity<Event>, Instant> running = new HashMap<>();
    private final List<Entity<Event>> written = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-26T00:00:00Z");
    private int made;

    RandomLog(Random random, int size) {
        this.random = random;
        this.size = size;
    }

    void step() {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> begin();
            case 3 -> pass(random.nextInt(20));
            case 4 -> pass(60 + random.nextInt(60));
            case 5 -> fold(client(2));
            case 6 -> fold(LocalTable.shared());
            default -> {
                if (random.nextInt(4) == 0) {
                    pass(Duration.ofDays(random.nextInt(20)).toSeconds());
                    expire();
                }
            }
        }
    }

    /** A write takes up to 30 seconds. The clocks of two writers differ by up to 20. */
    private void begin() {
        for (var i = random.nextInt(5); i >= 0; i--) {
            running.put(event(now.plusMillis(random.nextInt(-10_000, 10_000))), now.plusSeconds(random.nextInt(30)));
        }
    }

    void write(int entries) {
        for (var i = 0; i < entries; i++) {
            running.put(event(now), now);
        }
        pass(0);
    }

    void pass(long seconds) {
        now = now.plusSeconds(seconds);
        var ended = running.entrySet().stream()
                .filter(write -> !write.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        ended.forEach(this::end);
        ended.forEach(running::remove);
    }

    private void end(Entity<Event> event) {
        new LocalStore<>(Event.RESOURCE).writes().run(actor, write -> {
            new Log<>(Event.RESOURCE).append(write, List.of(event));
            return event;
        });
        written.add(event);
    }

    int fold() {
        return segments(LocalTable.shared(), now).fold();
    }

    private void fold(DynamoDbClient client) {
        try {
            segments(client, now.plusSeconds(random.nextInt(-15, 15))).fold();
        } catch (Killed | WaggleException stopped) {
            // The next folder continues.
        }
    }

    /** A folder that dies, and that another folder overtakes. */
    private DynamoDbClient client(int others) {
        return FaultyClient.with(method -> {
            if (others > 0 && method.equals("transactWriteItems") && random.nextInt(3) == 0) {
                fold(client(others - 1));
            }
            return switch (random.nextInt(12)) {
                case 0 -> Fault.KILLED_BEFORE;
                case 1 -> Fault.KILLED_AFTER;
                case 2 -> method.equals("transactWriteItems") ? Fault.CONFLICT : Fault.NONE;
                default -> Fault.NONE;
            };
        });
    }

    /** DynamoDB deletes expired items in any order, and not at once. */
    private void expire() {
        for (var of : List.of(partition, ItemKey.segments(partition), ItemKey.segmentFacets(partition))) {
            for (var item : items(of)) {
                var expiry = item.get(TableDesign.TIME_TO_LIVE);
                if (expiry != null && Long.parseLong(expiry.n()) < now.getEpochSecond() && random.nextBoolean()) {
                    LocalTable.shared().deleteItem(delete -> delete.tableName(LocalTable.NAME)
                            .key(ItemKey.of(item).attributes()));
                }
            }
        }
    }

    void assertIsSortedList() {
        var least = Segment.at(now.minus(Limits.EVENT_RETENTION));
        var expected = written.stream()
                .map(Entity::uuid)
                .filter(uuid -> uuid.toString().compareTo(least) >= 0)
                .sorted(Comparator.comparing(UUID::toString).reversed())
                .toList();
        var ranks = segments(LocalTable.shared(), now).ranks();
        assertThat(ranks.total()).isEqualTo(expected.size());
        var pageSize = random.nextInt(1, 8);
        for (var page : List.of(1, 2, 1 + random.nextInt(1 + expected.size() / pageSize))) {
            var from = Math.min((page - 1) * pageSize, expected.size());
            var to = Math.min(from + pageSize, expected.size());
            assertThat(page(new PageRequest(page, pageSize))).isEqualTo(expected.subList(from, to));
        }
        assertFacets();
    }

    private List<UUID> page(PageRequest request) {
        var table = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(LocalTable.shared())
                .build()
                .table(LocalTable.NAME, Event.RESOURCE.schema());
        return segments(LocalTable.shared(), now).ranks().stretches(request).stream()
                .flatMap(stretch -> stretch.read(table, partition).stream())
                .map(Entity::uuid)
                .toList();
    }

    /** The types of the events of some days that have not expired. */
    private void assertFacets() {
        var after = now.minus(Limits.EVENT_RETENTION).plus(Duration.ofHours(random.nextInt(700)));
        var span = new TimeSpan(after, after.plus(Duration.ofHours(random.nextInt(1, 700))));
        var expected = new HashMap<String, String>();
        written.stream()
                .filter(event -> span.contains(event.createdAt().toEpochMilli()))
                .forEach(event ->
                        expected.put(event.uuid().toString(), event.value().type()));
        var found = new HashMap<String, String>();
        segments(LocalTable.shared(), now).facets(span).forEach(facets -> assertThat(found.put(
                        facets.uuid(), facets.values("type").findFirst().orElseThrow()))
                .as("the same entry twice")
                .isNull());
        assertThat(found).isEqualTo(expected);
    }

    private LogSegments segments(DynamoDbClient client, Instant at) {
        var clock = Clock.fixed(at, ZoneOffset.UTC);
        return new LogSegments(client, LocalTable.NAME, Event.RESOURCE, actor.company(), clock, size);
    }

    private List<Map<String, AttributeValue>> items(String of) {
        return LocalTable.shared()
                .query(query -> query.tableName(LocalTable.NAME)
                        .keyConditionExpression("pk = :of")
                        .expressionAttributeValues(Map.of(":of", AttributeValue.fromS(of))))
                .items();
    }

    private Entity<Event> event(Instant time) {
        var data = new Event.Data(JsonNodeFactory.instance.objectNode(), null);
        var type = TYPES.get(made % TYPES.size());
        var event = new Event(type, time, data, actor.identity(), "request");
        return new Entity<>(BulkRecords.uuid(time.toEpochMilli(), made++), event, time, time, 1);
    }
}
