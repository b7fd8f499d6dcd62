package waggle.model.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.store.Transaction;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/**
 * Events of one record on their way to one endpoint, while the first of them has quick attempts left: those behind it wait,
 * so that they arrive in order (contract §6). There is none as long as all goes well.
 *
 * @param waiting the first is the one that the others wait for
 * @param version of the item; 0 where there is none
 */
public record Lane(ItemKey key, List<UUID> waiting, long version) {
    private static final String EVENTS = "events";
    private static final String VERSION = "version";

    /** Beyond it an event goes its own way: order is not worth more. */
    private static final int LONGEST = 1_000;

    /** It holds for some minutes at most; what is left of it then is of no use. */
    private static final Duration KEPT = Duration.ofDays(1);

    public static Lane read(DynamoDbClient client, String table, UUID company, UUID endpoint, UUID record) {
        var key = ItemKey.lane(company, endpoint, record);
        var item = client.getItem(
                        get -> get.tableName(table).key(key.attributes()).consistentRead(true))
                .item();
        return item.isEmpty()
                ? new Lane(key, List.of(), 0)
                : new Lane(
                        key,
                        events(item),
                        Long.parseLong(required(item, VERSION).n()));
    }

    private static List<UUID> events(Map<String, AttributeValue> item) {
        return required(item, EVENTS).l().stream()
                .map(event -> UUID.fromString(event.s()))
                .toList();
    }

    private static AttributeValue required(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    /** Whether others are to arrive before an event. */
    public boolean holdsBack(UUID event) {
        return !waiting.isEmpty() && !waiting.getFirst().equals(event) && waiting.size() < LONGEST;
    }

    public Optional<UUID> first() {
        return waiting.stream().findFirst();
    }

    /** The same with an event that waits behind those that are there, or holds those that come. */
    public Lane with(UUID event) {
        if (waiting.contains(event)) {
            return this;
        }
        var more = new ArrayList<>(waiting);
        more.add(event);
        return new Lane(key, more, version);
    }

    /** The same without an event that holds back no other any longer. */
    public Lane without(UUID event) {
        return new Lane(
                key, waiting.stream().filter(other -> !other.equals(event)).toList(), version);
    }

    /** Writes what became of it, unless others did so first. */
    public void join(Transaction transaction, Instant now) {
        var values = Map.of(
                ":events",
                AttributeValue.fromL(waiting.stream()
                        .map(event -> AttributeValue.fromS(event.toString()))
                        .toList()),
                ":next",
                AttributeValue.fromN(Long.toString(version + 1)),
                ":version",
                AttributeValue.fromN(Long.toString(version)),
                ":end",
                AttributeValue.fromN(Long.toString(now.plus(KEPT).getEpochSecond())));
        var expression = "SET events = :events, version = :next, " + TableDesign.TIME_TO_LIVE + " = :end";
        transaction.update(key, expression, values, condition(), Transaction::contention);
    }

    /** Where there is no item it is made with the first version; the value of the other case is used all the same. */
    private String condition() {
        return version == 0 ? "attribute_not_exists(version) AND :version < :next" : "version = :version";
    }
}
