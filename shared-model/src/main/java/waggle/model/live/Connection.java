package waggle.model.live;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.json.Json;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.Scopes;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/**
 * An open WebSocket of a client. It takes one of the places of its API key, so that a key has no more connections than
 * places, whatever is killed.
 *
 * @param id API Gateway's id of the connection
 * @param key the API key, with the scopes that it had when the connection was opened
 * @param place from 0 to {@link LiveLimits#CONNECTIONS}, exclusive
 * @param endsAt the time at which the gateway closes the connection, or the key expires
 * @param isNoticed whether the client was told to open another connection
 * @param changes the number of changes, by which one change notices another
 */
public record Connection(
        String id,
        KeyGrant key,
        int place,
        Instant endsAt,
        List<Subscription> subscriptions,
        boolean isNoticed,
        long changes) {
    static final String ID = "connection_id";
    static final String CHANGES = "changes";

    private static final String SUBSCRIPTIONS = "subscriptions";
    private static final String IS_NOTICED = "is_noticed";
    private static final String ENDS_AT = "ends_at";
    private static final TypeReference<List<Subscription>> LIST = new TypeReference<>() {};

    public Connection {
        subscriptions = List.copyOf(subscriptions);
    }

    public UUID company() {
        return key.company();
    }

    public boolean isOver(Instant now) {
        return !endsAt.isAfter(now);
    }

    /** Whether the client is to be told now that it should open another connection. */
    public boolean wantsNotice(Instant now) {
        return !isNoticed && !endsAt.minus(LiveLimits.NOTICE).isAfter(now);
    }

    public Connection noticed() {
        return new Connection(id, key, place, endsAt, subscriptions, true, changes);
    }

    public Optional<Subscription> subscription(String name) {
        return subscriptions.stream()
                .filter(subscription -> subscription.id().equals(name))
                .findFirst();
    }

    /** This connection with a subscription, which replaces the one of the same id. */
    public Connection with(Subscription subscription) {
        var all = new ArrayList<>(without(subscription.id()).subscriptions);
        all.add(subscription);
        return having(all);
    }

    public Connection without(String subscription) {
        return having(subscriptions.stream()
                .filter(other -> !other.id().equals(subscription))
                .toList());
    }

    public Connection having(List<Subscription> others) {
        return new Connection(id, key, place, endsAt, others, isNoticed, changes);
    }

    /** This connection with an earlier end, if the other time is earlier. */
    public Connection until(Instant end) {
        return end.isBefore(endsAt) ? new Connection(id, key, place, end, subscriptions, isNoticed, changes) : this;
    }

    Connection next() {
        return new Connection(id, key, place, endsAt, subscriptions, isNoticed, changes + 1);
    }

    /** Bytes of the stored subscriptions. */
    public int bytes() {
        return Json.write(subscriptions).getBytes(StandardCharsets.UTF_8).length;
    }

    ItemKey itemKey() {
        return ItemKey.connection(company(), key.uuid(), place);
    }

    Map<String, AttributeValue> item() {
        var item = new HashMap<>(itemKey().attributes());
        item.put(ID, AttributeValue.fromS(id));
        item.put("api_key", AttributeValue.fromS(key.uuid().toString()));
        item.put("label", AttributeValue.fromS(key.label()));
        item.put(
                "scopes",
                AttributeValue.fromSs(key.scopes().ids().stream().sorted().toList()));
        item.put("place", AttributeValue.fromN(Integer.toString(place)));
        item.put(ENDS_AT, AttributeValue.fromS(Json.time(endsAt)));
        item.put(SUBSCRIPTIONS, AttributeValue.fromS(Json.write(subscriptions)));
        item.put(IS_NOTICED, AttributeValue.fromBool(isNoticed));
        item.put(CHANGES, AttributeValue.fromN(Long.toString(changes)));
        item.put(TableDesign.TIME_TO_LIVE, AttributeValue.fromN(Long.toString(endsAt.getEpochSecond())));
        return item;
    }

    static Connection of(Map<String, AttributeValue> item) {
        var key = new KeyGrant(
                ItemKey.of(item).company(),
                UUID.fromString(value(item, "api_key").s()),
                value(item, "label").s(),
                Scopes.parse(value(item, "scopes").ss()));
        return new Connection(
                value(item, ID).s(),
                key,
                Integer.parseInt(value(item, "place").n()),
                Instant.parse(value(item, ENDS_AT).s()),
                subscriptions(value(item, SUBSCRIPTIONS).s()),
                value(item, IS_NOTICED).bool(),
                Long.parseLong(value(item, CHANGES).n()));
    }

    private static List<Subscription> subscriptions(String json) {
        try {
            return Json.mapper().readValue(json, LIST);
        } catch (IOException e) {
            throw new IllegalStateException("stored subscriptions cannot be read", e);
        }
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }
}
