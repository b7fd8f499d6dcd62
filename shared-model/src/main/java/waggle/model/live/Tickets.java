package waggle.model.live;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import waggle.model.Sha256;
import waggle.model.json.Json;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.Scopes;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.transaction.SingleItems;

/**
 * Tickets, each of which opens one connection in place of an API key, since a browser cannot send a header when it opens a
 * WebSocket. Only the hash of a ticket is stored.
 */
public final class Tickets {
    private static final int RANDOM_BYTES = 32;
    private static final String USED_BY = "used_by";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SingleItems items;
    private final Clock clock;

    public Tickets(DynamoDbClient client, String table, Clock clock) {
        this.items = new SingleItems(client, table);
        this.clock = clock;
    }

    /**
     * A ticket, which is shown once.
     *
     * @param secret 43 characters of URL-safe Base64, 256 random bits
     */
    public record Ticket(String secret, Instant expiresAt) {
        @Override
        public String toString() {
            return "Ticket[" + expiresAt + "]";
        }
    }

    /** Issues a ticket with the rights of a key. */
    public Ticket issue(KeyGrant key) {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var expiry = clock.instant().plus(LiveLimits.TICKET);
        items.put(put -> put.item(item(secret, key, expiry)));
        return new Ticket(secret, expiry);
    }

    /**
     * Uses a ticket up: of several connections with it, one opens. The call can be repeated, since the client of DynamoDB
     * repeats one whose reply was lost.
     *
     * @param connection the id of the connection that opens
     * @return the key whose rights the connection has; empty if the ticket is unknown, used or expired
     */
    public Optional<KeyGrant> take(String secret, String connection) {
        if (!FORM.matcher(secret).matches()) {
            return Optional.empty();
        }
        return items.updated(update -> update.key(key(secret).attributes())
                        .updateExpression("SET " + USED_BY + " = :connection")
                        .conditionExpression("attribute_exists(pk) AND ends_at > :now AND (attribute_not_exists("
                                + USED_BY + ") OR " + USED_BY + " = :connection)")
                        .expressionAttributeValues(Map.of(
                                ":now", AttributeValue.fromS(Json.time(clock.instant())),
                                ":connection", AttributeValue.fromS(connection)))
                        .returnValues(ReturnValue.ALL_NEW))
                .map(Tickets::grant);
    }

    private static ItemKey key(String secret) {
        return ItemKey.liveTicket(Sha256.of(secret.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Map<String, AttributeValue> item(String secret, KeyGrant key, Instant expiry) {
        var item = key(secret).attributes();
        item.put("company", AttributeValue.fromS(key.company().toString()));
        item.put("api_key", AttributeValue.fromS(key.uuid().toString()));
        item.put("label", AttributeValue.fromS(key.label()));
        item.put(
                "scopes",
                AttributeValue.fromSs(key.scopes().ids().stream().sorted().toList()));
        item.put("ends_at", AttributeValue.fromS(Json.time(expiry)));
        item.put(TableDesign.TIME_TO_LIVE, AttributeValue.fromN(Long.toString(expiry.getEpochSecond())));
        return item;
    }

    private static KeyGrant grant(Map<String, AttributeValue> item) {
        return new KeyGrant(
                UUID.fromString(text(item, "company")),
                UUID.fromString(text(item, "api_key")),
                text(item, "label"),
                Scopes.parse(Objects.requireNonNull(item.get("scopes")).ss()));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }
}
