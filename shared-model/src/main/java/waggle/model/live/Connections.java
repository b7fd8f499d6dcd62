package waggle.model.live;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import waggle.model.keys.KeyGrant;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.transaction.SingleItems;

/**
 * The open connections of all companies. A connection is stored under the place that it takes, and a second item finds the
 * place by the connection's id. A process that dies between the two leaves an item that finds nothing.
 */
public final class Connections {
    private final DynamoDbClient client;
    private final String table;
    private final SingleItems items;
    private final Clock clock;

    public Connections(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.items = new SingleItems(client, table);
        this.clock = clock;
    }

    /**
     * Stores a new connection. The call can be repeated: the connection takes one place.
     *
     * @return empty if every place of the key is taken
     */
    public Optional<Connection> open(KeyGrant key, String id) {
        var open = ofKey(key.company(), key.uuid());
        return open.stream()
                .filter(connection -> connection.id().equals(id))
                .findFirst()
                .or(() -> place(key, id, open.stream().map(Connection::place).collect(Collectors.toSet())));
    }

    private Optional<Connection> place(KeyGrant key, String id, Set<Integer> taken) {
        var end = clock.instant().plus(LiveLimits.LONGEST);
        return IntStream.range(0, LiveLimits.CONNECTIONS)
                .filter(place -> !taken.contains(place))
                .mapToObj(place -> new Connection(id, key, place, end, List.of(), false, 0))
                .filter(this::isStored)
                .findFirst();
    }

    private boolean isStored(Connection connection) {
        items.put(put -> put.item(finder(connection)));
        return items.put(put -> put.item(connection.item())
                .conditionExpression("attribute_not_exists(pk) OR " + Connection.ID + " = :id OR "
                        + TableDesign.TIME_TO_LIVE + " <= :now")
                .expressionAttributeValues(Map.of(":now", seconds(), ":id", AttributeValue.fromS(connection.id()))));
    }

    private static Map<String, AttributeValue> finder(Connection connection) {
        var item = ItemKey.connectionFinder(connection.id()).attributes();
        var place = connection.itemKey();
        item.put("place_pk", AttributeValue.fromS(place.pk()));
        item.put("place_sk", AttributeValue.fromS(place.sk()));
        item.put(
                TableDesign.TIME_TO_LIVE,
                AttributeValue.fromN(Long.toString(connection.endsAt().getEpochSecond())));
        return item;
    }

    /** The connection with an id, read consistently; empty if it is closed. */
    public Optional<Connection> find(String id) {
        var finder = get(ItemKey.connectionFinder(id));
        return finder.isEmpty() ? Optional.empty() : at(place(finder), id);
    }

    private Optional<Connection> at(ItemKey place, String id) {
        var item = get(place);
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(Connection.of(item))
                        .filter(connection -> connection.id().equals(id) && !connection.isOver(clock.instant()));
    }

    private Map<String, AttributeValue> get(ItemKey key) {
        return client.getItem(get -> get.tableName(table).key(key.attributes()).consistentRead(true))
                .item();
    }

    private static ItemKey place(Map<String, AttributeValue> finder) {
        return new ItemKey(
                Objects.requireNonNull(finder.get("place_pk")).s(),
                Objects.requireNonNull(finder.get("place_sk")).s());
    }

    /**
     * Counts a message from a client.
     *
     * @return the messages of this second of the clock, with this one; empty if the connection is not known
     */
    public Optional<Integer> count(String id) {
        var key = ItemKey.connectionFinder(id);
        do {
            var now = Map.of(":one", AttributeValue.fromN("1"), ":now", seconds());
            var counted = counted(
                            key,
                            "SET counted_at = :now, messages = :one",
                            "attribute_not_exists(counted_at) OR counted_at <> :now",
                            now)
                    .or(() -> counted(key, "ADD messages :one", "counted_at = :now", now));
            if (counted.isPresent()) {
                return counted;
            }
        } while (!get(key).isEmpty());
        return Optional.empty();
    }

    private Optional<Integer> counted(
            ItemKey key, String change, String condition, Map<String, AttributeValue> values) {
        return items.updated(update -> update.key(key.attributes())
                        .updateExpression(change)
                        .conditionExpression("attribute_exists(pk) AND (" + condition + ")")
                        .expressionAttributeValues(values)
                        .returnValues(ReturnValue.UPDATED_NEW))
                .map(counted -> Integer.parseInt(
                        Objects.requireNonNull(counted.get("messages")).n()));
    }

    /**
     * Changes the subscriptions or the end of a connection. The change runs again if another one came between.
     *
     * @param change returns the same connection to change nothing
     * @return the connection after the change; empty if it is closed
     */
    public Optional<Connection> change(Connection read, UnaryOperator<Connection> change) {
        var before = Optional.of(read);
        while (before.isPresent()) {
            var after = change.apply(before.get());
            var next = after.equals(before.get()) ? Optional.of(after) : written(after);
            if (next.isPresent()) {
                return next;
            }
            before = at(read.itemKey(), read.id());
        }
        return before;
    }

    private Optional<Connection> written(Connection after) {
        var next = after.next();
        var isWritten = items.put(put -> put.item(next.item())
                .conditionExpression(Connection.ID + " = :id AND " + Connection.CHANGES + " = :changes")
                .expressionAttributeValues(Map.of(
                        ":id", AttributeValue.fromS(after.id()),
                        ":changes", AttributeValue.fromN(Long.toString(after.changes())))));
        return isWritten ? Optional.of(next) : Optional.empty();
    }

    /** Removes a connection, if it is not removed yet. */
    public void close(Connection connection) {
        // Another connection may have the place.
        items.delete(delete -> delete.key(connection.itemKey().attributes())
                .conditionExpression(Connection.ID + " = :id")
                .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(connection.id()))));
        forget(connection.id());
    }

    /** Removes the connection with an id, if there is one. */
    public void close(String id) {
        find(id).ifPresentOrElse(this::close, () -> forget(id));
    }

    private void forget(String id) {
        items.delete(delete -> delete.key(ItemKey.connectionFinder(id).attributes()));
    }

    /** The open connections of a company, read consistently: a subscription hears all that is written after its reply. */
    public List<Connection> all(UUID company) {
        return query(ItemKey.connections(company), "");
    }

    /** The open connections of one API key. */
    public List<Connection> ofKey(UUID company, UUID key) {
        return query(ItemKey.connections(company), key.toString());
    }

    private List<Connection> query(String partition, String prefix) {
        var values = prefix.isEmpty()
                ? Map.of(":pk", AttributeValue.fromS(partition))
                : Map.of(":pk", AttributeValue.fromS(partition), ":prefix", AttributeValue.fromS(prefix));
        var now = clock.instant();
        return client
                .queryPaginator(query -> query.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression(prefix.isEmpty() ? "pk = :pk" : "pk = :pk AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(values))
                .items()
                .stream()
                .map(Connection::of)
                .filter(connection -> !connection.isOver(now))
                .toList();
    }

    private AttributeValue seconds() {
        return AttributeValue.fromN(Long.toString(clock.instant().getEpochSecond()));
    }
}
