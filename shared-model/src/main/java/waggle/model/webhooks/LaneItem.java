package waggle.model.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.transaction.Refusal;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.Transaction;

/** The item of a {@link Lane}. */
public record LaneItem(ItemKey key) {
    private static final String EVENTS = "events";
    private static final String VERSION = "version";

    /** Far longer than the minutes that a lane is in use. */
    private static final Duration KEPT = Duration.ofDays(1);

    public static LaneItem of(UUID company, UUID endpoint, UUID record) {
        return new LaneItem(ItemKey.lane(company, endpoint, record));
    }

    /** Reads the lane, consistently; an empty lane if none is stored. */
    public Lane read(DynamoDbClient client, String table) {
        var item = client.getItem(
                        get -> get.tableName(table).key(key.attributes()).consistentRead(true))
                .item();
        return item.isEmpty()
                ? new Lane(List.of(), 0)
                : new Lane(events(item), Long.parseLong(required(item, VERSION).n()));
    }

    private static List<UUID> events(Map<String, AttributeValue> item) {
        return required(item, EVENTS).l().stream()
                .map(event -> UUID.fromString(event.s()))
                .toList();
    }

    private static AttributeValue required(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    /** Adds the lane to a transaction, on condition that nobody has changed it since it was read. */
    public void write(Transaction transaction, Lane lane, Instant now) {
        var events = lane.waiting().stream()
                .map(event -> AttributeValue.fromS(event.toString()))
                .toList();
        var change = transaction
                .change(key, Refusal.always(RetryBudget::contention))
                .set(EVENTS, AttributeValue.fromL(events))
                .set(VERSION, number(lane.version() + 1))
                .set(TableDesign.TIME_TO_LIVE, number(now.plus(KEPT).getEpochSecond()));
        if (lane.version() == 0) {
            change.requireAbsent(VERSION);
        } else {
            change.require(VERSION, number(lane.version()));
        }
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
