package waggle.model.live;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;
import waggle.model.Actor;
import waggle.model.events.Event;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.model.table.ItemKey;

/** The events of a company since an event, which a subscription resumes with. */
public final class EventLog {
    /** Events can be as large as two records, so few are read at once. */
    private static final int PAGE = 25;

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final Store<Event> events;

    public EventLog(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.events = new Store<>(client, table, Event.RESOURCE, clock);
    }

    /** The time at which an event was created (RFC 9562 §5.7). */
    public static Instant time(UUID event) {
        return Instant.ofEpochMilli(event.getMostSignificantBits() >>> 16);
    }

    /** Whether more events than {@link LiveLimits#RESUMED_EVENTS} were created after an event. */
    public boolean hasTooMany(UUID company, UUID after) {
        var most = LiveLimits.RESUMED_EVENTS + 1;
        var counted = 0;
        for (var page : client.queryPaginator(query -> query.tableName(table)
                .select(Select.COUNT)
                .limit(most)
                .keyConditionExpression("pk = :pk AND sk > :after")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS(ItemKey.collection(company, Event.NAME)),
                        ":after", AttributeValue.fromS(after.toString()))))) {
            counted += page.count();
            if (counted >= most) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads events in the order of their creation, consistently.
     *
     * @param since the earliest time
     * @param after the event before the first one; null for none
     * @return few events; none after the last one
     */
    public List<Entity<Event>> page(UUID company, Instant since, @Nullable UUID after) {
        // Clocks of functions may be ahead of this one.
        var until = clock.instant().plus(LiveLimits.OVERLAP);
        return events.after(Actor.waggle(company), since, after, until, PAGE);
    }
}
