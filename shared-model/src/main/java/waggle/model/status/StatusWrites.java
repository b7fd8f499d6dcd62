package waggle.model.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.json.Json;
import waggle.model.table.ItemKey;
import waggle.model.transaction.Raced;
import waggle.model.transaction.Refusal;
import waggle.model.transaction.RetryBudget;
import waggle.model.transaction.SingleItems;
import waggle.model.transaction.Transaction;

/** Writes heartbeats, their echoes, and the incidents that follow from them. */
public final class StatusWrites {
    /** The longest text of an operator, in code points. */
    public static final int LONGEST_NOTE = 500;

    private static final int MOST_UPDATES = 50;

    private final DynamoDbClient client;
    private final String table;
    private final StatusReads reads;

    public StatusWrites(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
        this.reads = new StatusReads(client, table);
    }

    /** The last heartbeat; empty before the first. */
    public Optional<Beat> last() {
        return reads.last(true).map(StatusItems::beat);
    }

    /** What a reader of the stream saw last. */
    public Optional<Echo> echo(String reader) {
        return reads.echo(reader);
    }

    /**
     * Whether a heartbeat is due: the last one is half a minute old or older.
     *
     * @param last empty before the first
     */
    public static boolean isDue(Optional<Beat> last, Instant now) {
        return last.filter(beat -> beat.isJustBefore(now)).isEmpty();
    }

    /**
     * Writes a heartbeat: one item, and the incidents that it begins or ends in the same transaction. A heartbeat that
     * another process precedes is left out.
     *
     * @param faults a sentence without its full stop for each component that fails
     */
    public void beat(Instant now, Map<Component, String> faults) {
        var stored = reads.last(true);
        var last = stored.map(StatusItems::beat);
        if (!isDue(last, now)) {
            return;
        }
        var next = last.map(beat -> beat.next(now, faults)).orElseGet(() -> Beat.first(now, faults));
        var date = LocalDate.ofEpochDay(Math.floorDiv(next.minute(), Minutes.OF_A_DAY));
        var day = stored.map(StatusItems::day)
                .filter(known -> known.date().equals(date))
                .orElseGet(() -> Day.empty(date));
        var minute = (int) (next.minute() - day.firstMinute());
        var transaction = new Transaction(table);
        transaction
                .put(StatusItems.of(day.with(minute, faults.keySet()), next), Refusal.raced())
                .requireAbsentOr(
                        StatusItems.BEAT_AT, StatusItems.time(last.map(Beat::at).orElse(Instant.EPOCH)));
        for (var component : Component.values()) {
            turn(transaction, component, last.map(beat -> beat.condition(component)), next.condition(component));
        }
        try {
            transaction.commit(client, RetryBudget.perWrite());
        } catch (Raced e) {
            // The other process wrote the heartbeat of this minute.
        }
    }

    private static void turn(
            Transaction transaction, Component component, Optional<Condition> before, Condition after) {
        var openSince = before.map(Condition::openSince);
        if (openSince.isEmpty() && after.isOpen()) {
            var since = Objects.requireNonNull(after.openSince());
            transaction.insert(StatusItems.opened(component, Uuids.next(), after, since), Refusal.raced());
        } else if (openSince.isPresent() && !after.isOpen()) {
            var ended = after.turnedAt();
            transaction
                    .change(ItemKey.statusIncident(openSince.get(), component.id()), Refusal.raced())
                    .set(StatusItems.ENDED_AT, StatusItems.time(ended))
                    .set(StatusItems.UPDATES, Json.time(ended), AttributeValue.fromS(component.closing()));
        }
    }

    /**
     * Stores that a reader of the stream has seen a heartbeat. An older one than that seen last changes nothing.
     *
     * @param reader of the stream, such as {@code relay}
     */
    public void echo(String reader, Instant beat, Instant seen) {
        new SingleItems(client, table).put(put -> put.item(StatusItems.echo(reader, beat, seen))
                .conditionExpression("attribute_not_exists(pk) OR " + StatusItems.BEAT_AT + " < :beat")
                .expressionAttributeValues(Map.of(":beat", StatusItems.time(beat))));
    }

    /** Deletes everything, so that the history begins with the next heartbeat. */
    public void forget() {
        var items = new SingleItems(client, table);
        client.queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .projectionExpression("pk, sk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(ItemKey.STATUS))))
                .items()
                .forEach(key -> items.delete(delete -> delete.key(key)));
    }

    /**
     * Adds the words of an operator to the incidents that are open.
     *
     * @return the incidents
     * @throws WaggleException {@link ErrorCode#INVALID_REQUEST} if the text is empty or too long, {@link
     *     ErrorCode#CONFLICT} if no incident is open, or an incident has 50 updates
     */
    public List<Component> note(Instant now, String text) {
        var words = text.strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST_NOTE) {
            throw new WaggleException(
                    ErrorCode.INVALID_REQUEST,
                    "The text must have 1 to " + LONGEST_NOTE + " characters, like \"We have found the cause\"");
        }
        var open = last().stream()
                .flatMap(beat -> beat.conditions().entrySet().stream())
                .filter(condition -> condition.getValue().isOpen())
                .toList();
        if (open.isEmpty()) {
            throw new WaggleException(ErrorCode.CONFLICT, "No incident is open, so there is nothing to explain");
        }
        var transaction = new Transaction(table);
        open.forEach(condition -> transaction
                .change(
                        ItemKey.statusIncident(
                                Objects.requireNonNull(condition.getValue().openSince()),
                                condition.getKey().id()),
                        Refusal.always(() -> new WaggleException(
                                ErrorCode.CONFLICT, "The incident has " + MOST_UPDATES + " updates already")))
                .requireThere()
                .requireSmaller(StatusItems.UPDATES, MOST_UPDATES)
                .set(StatusItems.UPDATES, Json.time(now), AttributeValue.fromS(words)));
        transaction.commit(client, RetryBudget.perWrite());
        return open.stream().map(Map.Entry::getKey).toList();
    }
}
