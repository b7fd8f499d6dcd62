package waggle.model.keys;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;

/** API keys by the hash of their secret. */
public final class KeyStore {
    private final DynamoDbClient client;
    private final String table;

    public KeyStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** What a key opens, with one read of half a capacity unit; empty for a key that is not known. */
    public Optional<KeyGrant> find(ApiKey key) {
        var item = client.getItem(get ->
                        get.tableName(table).key(ItemKey.apiKey(key.hash()).attributes()))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(grant(item));
    }

    /** The item that lets a key in; it holds the hash and nothing the secret could be made from. */
    public static Map<String, AttributeValue> item(ApiKey key, KeyGrant grant) {
        var item = ItemKey.apiKey(key.hash()).attributes();
        item.put("company", AttributeValue.fromS(grant.company().toString()));
        item.put("api_key", AttributeValue.fromS(grant.uuid().toString()));
        item.put(
                "scopes",
                AttributeValue.fromSs(grant.scopes().ids().stream().sorted().toList()));
        return item;
    }

    private static KeyGrant grant(Map<String, AttributeValue> item) {
        return new KeyGrant(
                UUID.fromString(attribute(item, "company").s()),
                UUID.fromString(attribute(item, "api_key").s()),
                Scopes.parse(attribute(item, "scopes").ss()));
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }
}
