package waggle.model.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import waggle.model.table.ItemKey;

/** Reads the status. Every method throws {@code SdkException} if the table cannot be reached within three seconds. */
public final class StatusReads {
    /** The most incidents that are told. */
    public static final int MOST_INCIDENTS = 100;

    /** Short, because a monitor asks again soon. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Above every character of a sort key. */
    private static final String LAST = "~";

    private final DynamoDbClient client;
    private final String table;

    public StatusReads(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** The last heartbeat; empty before the first. It costs half a read unit. */
    public Optional<Beat> beat() {
        return last(false).map(StatusItems::beat);
    }

    /** The newest day with its heartbeat, read consistently. */
    Optional<Map<String, AttributeValue>> last(boolean consistent) {
        return query(ItemKey.STATUS_DAY, LAST, query -> query.scanIndexForward(false)
                        .limit(1)
                        .consistentRead(consistent))
                .stream()
                .findFirst();
    }

    /** The days from a date on. 90 days cost some 10 read units. */
    public List<Day> days(LocalDate from) {
        return query(ItemKey.STATUS_DAY, from.toString(), LAST, query -> {}).stream()
                .map(StatusItems::day)
                .toList();
    }

    /** The incidents that began since a time, the newest first, and at most {@value #MOST_INCIDENTS}. */
    public List<Incident> incidents(Instant from) {
        return query(ItemKey.STATUS_INCIDENT, StatusItems.time(from).s(), LAST, query -> query.scanIndexForward(false)
                        .limit(MOST_INCIDENTS))
                .stream()
                .filter(item -> item.containsKey(StatusItems.UUID_NAME))
                .map(StatusItems::incident)
                .toList();
    }

    /**
     * The last heartbeat that a reader of the stream has seen.
     *
     * @param reader of the stream, such as {@code relay}
     */
    public Optional<Echo> echo(String reader) {
        var key = ItemKey.statusEcho(reader).attributes();
        var item = client.getItem(get -> get.tableName(table)
                        .key(key)
                        .consistentRead(true)
                        .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE)))
                .item();
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(new Echo(
                        Instant.parse(StatusItems.text(item, StatusItems.BEAT_AT)),
                        Instant.parse(StatusItems.text(item, StatusItems.SEEN_AT))));
    }

    private List<Map<String, AttributeValue>> query(String prefix, String to, Consumer<QueryRequest.Builder> more) {
        return query(prefix, "", to, more);
    }

    private List<Map<String, AttributeValue>> query(
            String prefix, String from, String to, Consumer<QueryRequest.Builder> more) {
        var request = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS(ItemKey.STATUS),
                        ":from", AttributeValue.fromS(prefix + from),
                        ":to", AttributeValue.fromS(prefix + to)))
                .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE));
        more.accept(request);
        return client.query(request.build()).items();
    }
}
