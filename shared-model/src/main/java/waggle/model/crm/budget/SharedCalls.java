package waggle.model.crm.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Details;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.table.ItemKey;
import waggle.model.transaction.SingleItems;

/**
 * A share of the calls that an account may make in a day (in UTC), counted in the table for all processes of a connection. A
 * process reserves some calls at a time and gives back those that it did not make.
 */
public final class SharedCalls implements CallBudget, AutoCloseable {
    /** Calls of one reservation: one write of the table for so many calls. */
    private static final int RESERVED = 50;

    /** The pause after a limit of a CRM that does not say how long it lasts. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final String DAY = "day";
    private static final String USED = "used";

    private final SingleItems items;
    private final Clock clock;
    private final ItemKey key;
    private final long limit;
    private final long share;
    private String day = "";
    private long used;
    private int reserved;
    private Instant pausedUntil = Instant.MIN;
    private @Nullable CrmFailure stop;

    /**
     * A budget of a connection.
     *
     * @param calls of the account in a day, at least 1
     * @param percent share of them, 1 to 100
     */
    public SharedCalls(
            DynamoDbClient client, String table, Clock clock, UUID company, UUID connection, long calls, int percent) {
        this.items = new SingleItems(client, table);
        this.clock = clock;
        this.key = ItemKey.crmCalls(company, connection);
        this.limit = calls;
        this.share = Math.max(1, calls * percent / 100);
    }

    @Override
    public synchronized void spend(int cost) {
        if (stop != null) {
            throw stop;
        }
        if (clock.instant().isBefore(pausedUntil)) {
            throw waiting("The CRM asked for a pause", pausedUntil);
        }
        if (!today().equals(day)) {
            day = today();
            reserved = 0;
        }
        if (reserved < cost) {
            reserve(cost);
        }
        reserved -= cost;
    }

    @Override
    public synchronized void refused(CrmFailure failure) {
        if (failure.kind() == Kind.WAIT) {
            pausedUntil = clock.instant()
                    .plus(Objects.requireNonNullElse(failure.details().pause(), PAUSE));
        } else if (failure.kind() == Kind.STOP) {
            stop = failure;
        }
    }

    /** Reserves some calls, or at the end of the share what one call costs. */
    private void reserve(int cost) {
        var wanted = (int) Math.min(Math.max(RESERVED, cost), share);
        if (!isReserved(wanted) && !isBegun(wanted) && !isReserved(cost)) {
            used = share;
            var midnight = LocalDate.parse(day)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            throw waiting("The share of %d calls a day is used".formatted(share), midnight);
        }
    }

    private boolean isReserved(int wanted) {
        if (!isAdded(wanted, share - wanted)) {
            return false;
        }
        reserved += wanted;
        return true;
    }

    /** Begins a day with some calls, unless it has begun. */
    private boolean isBegun(int wanted) {
        var isBegun = items.update(update -> update.key(key.attributes())
                .updateExpression("SET #day = :day, #used = :calls")
                .conditionExpression("attribute_not_exists(#day) OR #day <> :day")
                .expressionAttributeNames(Map.of("#day", DAY, "#used", USED))
                .expressionAttributeValues(Map.of(":day", AttributeValue.fromS(day), ":calls", number(wanted))));
        if (isBegun) {
            used = wanted;
            reserved = wanted;
        }
        return isBegun;
    }

    /** Adds calls to those of this day, unless there are too many or another day has begun. */
    private boolean isAdded(int calls, long most) {
        var added = items.updated(update -> update.key(key.attributes())
                .updateExpression("ADD #used :calls")
                .conditionExpression("#day = :day AND #used <= :most")
                .expressionAttributeNames(Map.of("#day", DAY, "#used", USED))
                .expressionAttributeValues(
                        Map.of(":day", AttributeValue.fromS(day), ":calls", number(calls), ":most", number(most)))
                .returnValues(ReturnValue.UPDATED_NEW));
        added.ifPresent(item ->
                used = Long.parseLong(Objects.requireNonNull(item.get(USED)).n()));
        return added.isPresent();
    }

    /** The calls of this day so far, as far as this process knows. */
    public synchronized CrmConnection.Quota quota() {
        return new CrmConnection.Quota(Math.max(0, used - reserved), share, limit);
    }

    /** Gives back the calls that were reserved and not made. */
    @Override
    public synchronized void close() {
        if (reserved > 0) {
            // The calls of a day that is over are of no use.
            if (!isAdded(-reserved, Long.MAX_VALUE)) {
                used -= reserved;
            }
            reserved = 0;
        }
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private CrmFailure waiting(String message, Instant until) {
        var pause = Duration.between(clock.instant(), until);
        return new CrmFailure(Kind.WAIT, message, new Details("", null, null, pause, null));
    }
}
