package waggle.model.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where an item lies. Every key of the table is made here and nowhere else.
 *
 * @param pk partition key; all that belongs to a company begins with {@code C#<company>}
 * @param sk sort key
 */
public record ItemKey(String pk, String sk) {

    /** The key of an item that has its key's two attributes. */
    public static ItemKey of(Map<String, AttributeValue> item) {
        return new ItemKey(text(item, TableDesign.PARTITION_KEY), text(item, TableDesign.SORT_KEY));
    }

    private static String text(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute), attribute).s();
    }

    /** A record of a collection. */
    public static ItemKey record(UUID company, String type, UUID uuid) {
        return new ItemKey(collection(company, type), uuid.toString());
    }

    /** The partition of a collection: its records in the order of their making. */
    public static String collection(UUID company, String type) {
        return "C#" + company + "#" + type;
    }

    /** The partition of the index {@code parent}: all of a type that belong to one record. */
    public static String owned(UUID company, String type, String ownerType, UUID owner) {
        return collection(company, type) + "#" + ownerType + "#" + owner;
    }

    /**
     * A counted run of a partition's sort keys.
     *
     * @param partition of the records, such as a {@link #collection}
     * @param cut where the run begins
     */
    public static ItemKey segment(String partition, String cut) {
        return new ItemKey(segments(partition), cut);
    }

    /** The partition of all segments of another partition. */
    public static String segments(String partition) {
        return partition + "#SEGMENT";
    }

    /** A text that only one record of a type may have. */
    public static ItemKey unique(UUID company, String type, String field, String value) {
        return new ItemKey("C#" + company + "#UNIQUE", type + "#" + field + "#" + value);
    }

    /** What an idempotency key was used for. */
    public static ItemKey idempotency(UUID company, String key) {
        return new ItemKey("C#" + company + "#IDEMPOTENCY", key);
    }

    /** What the webhooks of an endpoint are signed with. */
    public static ItemKey webhookSecrets(UUID company, UUID endpoint) {
        return new ItemKey("C#" + company + "#WEBHOOKSECRET", endpoint.toString());
    }

    /** Which events of one record wait for each other before they go to an endpoint. */
    public static ItemKey lane(UUID company, UUID endpoint, UUID record) {
        return new ItemKey("C#" + company + "#LANE#" + endpoint, record.toString());
    }

    /** An API key, found by the hash of the secret with one read. */
    public static ItemKey apiKey(String sha256) {
        return new ItemKey("KEY#" + sha256, "KEY");
    }

    /** The hashes of the secrets that an API key still has. */
    public static ItemKey secrets(UUID company, UUID apiKey) {
        return new ItemKey("C#" + company + "#SECRETS", apiKey.toString());
    }

    /** A company's API keys of which the usage plan may still have to hear. */
    public static ItemKey pending(UUID company, UUID apiKey) {
        return new ItemKey(pending(company), apiKey.toString());
    }

    public static String pending(UUID company) {
        return "C#" + company + "#KEYPLAN";
    }

    /** Where nothing lies: asking for it shows whether the table answers. */
    public static ItemKey probe() {
        return new ItemKey("PROBE", "PROBE");
    }

    /** The key's two attributes, to which the rest of an item can be added. */
    public Map<String, AttributeValue> attributes() {
        var attributes = new HashMap<String, AttributeValue>();
        attributes.put(TableDesign.PARTITION_KEY, AttributeValue.fromS(pk));
        attributes.put(TableDesign.SORT_KEY, AttributeValue.fromS(sk));
        return attributes;
    }

    /** The same key as the enhanced client wants it. */
    public Key enhanced() {
        return Key.builder().partitionValue(pk).sortValue(sk).build();
    }
}
