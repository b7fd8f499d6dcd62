package waggle.model.crm.token;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Uuids;
import waggle.model.table.ItemKey;
import waggle.model.transaction.SingleItems;
import waggle.model.webhooks.SecretSeal;

/**
 * The access tokens of a connection, sealed in the item of its credentials. Other credentials replace the item, tokens and all.
 */
public final class TokenItems {
    /** Changes with every write of the item. */
    public static final String EDITION = "edition";

    private static final String TOKENS = "tokens";
    private static final String LEASED_UNTIL = "leased_until";

    private final DynamoDbClient client;
    private final String table;
    private final SingleItems items;
    private final SecretSeal seal;
    private final UUID company;
    private final UUID connection;

    /**
     * Tokens as they are stored.
     *
     * @param tokens in clear text; empty before the first ones
     */
    public record Item(Optional<String> tokens, String edition) {}

    public TokenItems(DynamoDbClient client, String table, SecretSeal seal, UUID company, UUID connection) {
        this.client = client;
        this.table = table;
        this.items = new SingleItems(client, table);
        this.seal = seal;
        this.company = company;
        this.connection = connection;
    }

    private Map<String, AttributeValue> key() {
        return ItemKey.crmCredentials(company, connection).attributes();
    }

    /** Reads the tokens, consistently. */
    public Item read() {
        var item = client.getItem(get -> get.tableName(table).key(key()).consistentRead(true))
                .item();
        var tokens = Optional.ofNullable(item.get(TOKENS)).map(text -> seal.open(company, connection, text.s()));
        return new Item(
                tokens,
                Optional.ofNullable(item.get(EDITION)).map(AttributeValue::s).orElse(""));
    }

    /**
     * Reserves a renewal until a time.
     *
     * @return whether it is reserved: there is no other reservation, and the edition is still the same
     */
    public boolean lease(String edition, Instant now, Instant until) {
        return write(
                "SET " + LEASED_UNTIL + " = :until",
                EDITION + " = :edition AND (attribute_not_exists(" + LEASED_UNTIL + ") OR " + LEASED_UNTIL + " < :now)",
                Map.of(
                        ":edition", AttributeValue.fromS(edition),
                        ":now", number(now.toEpochMilli()),
                        ":until", number(until.toEpochMilli())));
    }

    /** Ends the reservation until a time, unless the edition or the reservation is another one. */
    public void release(String edition, Instant until) {
        write(
                "REMOVE " + LEASED_UNTIL,
                EDITION + " = :edition AND " + LEASED_UNTIL + " = :until",
                Map.of(":edition", AttributeValue.fromS(edition), ":until", number(until.toEpochMilli())));
    }

    /**
     * Stores tokens, and ends the reservation.
     *
     * @return whether they are stored: the edition is still the same
     */
    public boolean store(String edition, String tokens) {
        return write(
                "SET " + TOKENS + " = :tokens, " + EDITION + " = :next REMOVE " + LEASED_UNTIL,
                EDITION + " = :edition",
                Map.of(
                        ":edition", AttributeValue.fromS(edition),
                        ":next", AttributeValue.fromS(Uuids.next().toString()),
                        ":tokens", AttributeValue.fromS(seal.seal(company, connection, tokens))));
    }

    private boolean write(String change, String condition, Map<String, AttributeValue> values) {
        return items.update(update -> update.key(key())
                .updateExpression(change)
                .conditionExpression(condition)
                .expressionAttributeValues(values));
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
