package waggle.model.keys;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.table.ItemKey;

/**
 * The hashes of an API key's secrets: the current one, and previous ones that still work. Their transaction always
 * changes the key's record too, so they need no version of their own.
 *
 * @param until expiry in epoch seconds, by hash; 0 for the current secret
 */
record KeySecrets(Map<String, Long> until) {
    private static final String HASHES = "hashes";

    /** The most secrets of a key that work at the same time. */
    private static final int MOST = 10;

    static KeySecrets read(DynamoDbClient client, String table, UUID company, UUID apiKey) {
        var key = ItemKey.secrets(company, apiKey).attributes();
        var item = client.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                .item();
        var hashes = item.getOrDefault(HASHES, AttributeValue.fromM(Map.of())).m();
        return new KeySecrets(hashes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        hash -> Long.parseLong(hash.getValue().n()))));
    }

    Stream<String> inUse() {
        return until.entrySet().stream().filter(hash -> hash.getValue() == 0).map(Map.Entry::getKey);
    }

    /**
     * Adds a new current secret. The previous one works until the overlap ends, and expired ones are dropped.
     *
     * @throws WaggleException {@link ErrorCode#CONFLICT} when {@value #MOST} secrets work already
     */
    KeySecrets rotated(KeySecret secret, Instant now, Instant end) {
        var hashes = new HashMap<String, Long>();
        until.forEach((hash, expiry) -> {
            if (expiry == 0 || expiry > now.getEpochSecond()) {
                hashes.put(hash, expiry == 0 ? end.getEpochSecond() : expiry);
            }
        });
        hashes.put(secret.hash(), 0L);
        if (hashes.size() > MOST) {
            throw new WaggleException(
                    ErrorCode.CONFLICT,
                    "An API key has at most %d working secrets; wait until one expires".formatted(MOST));
        }
        return new KeySecrets(hashes);
    }

    Map<String, AttributeValue> item(UUID company, UUID apiKey) {
        var item = ItemKey.secrets(company, apiKey).attributes();
        item.put(
                HASHES,
                AttributeValue.fromM(until.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, hash -> AttributeValue.fromN(Long.toString(hash.getValue()))))));
        return item;
    }
}
