package waggle.model.table;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Sha256;
import waggle.model.json.Json;

/**
 * The key of an item. All keys of the table are built here (README, "The table").
 *
 * @param pk partition key; {@code C#<company>} is the prefix of everything that belongs to a company
 * @param sk sort key
 */
public record ItemKey(String pk, String sk) {
    /** The partition of the status of the deployment. */
    public static final String STATUS = "STATUS";

    /** The beginning of the sort keys of {@link #statusDay}. */
    public static final String STATUS_DAY = "DAY#";

    /** The beginning of the sort keys of {@link #statusIncident}. */
    public static final String STATUS_INCIDENT = "INCIDENT#";

    /** Bytes of the longest text in a key. */
    private static final int LONGEST_TEXT = 512;

    private static final String UNIQUE = "#UNIQUE";

    /** Reads the key of an item. */
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

    /** The partition of a collection, with its records in the order of their creation. */
    public static String collection(UUID company, String type) {
        return "C#" + company + "#" + type;
    }

    /**
     * The partition of the records of one type that belong to one record, in the index {@code parent}; in the table,
     * the partition of a nested collection.
     */
    public static String owned(UUID company, String type, String ownerType, UUID owner) {
        return collection(company, type) + "#" + ownerType + "#" + owner;
    }

    /**
     * A counted segment of a partition's sort keys.
     *
     * @param partition of the records, such as a {@link #collection}
     * @param cut the beginning of the segment
     */
    public static ItemKey segment(String partition, String cut) {
        return new ItemKey(segments(partition), cut);
    }

    /** The partition of all segments of another partition. */
    public static String segments(String partition) {
        return partition + "#SEGMENT";
    }

    /** The facets of the entries of a log's segment. */
    public static ItemKey segmentFacets(String partition, String cut) {
        return new ItemKey(segmentFacets(partition), cut);
    }

    /** The partition of the facets of all segments of a log. */
    public static String segmentFacets(String partition) {
        return partition + "#FACETS";
    }

    /**
     * The names that a record had.
     *
     * @param partition of the record, such as a {@link #collection}
     */
    public static ItemKey formerNames(String partition, UUID uuid) {
        return new ItemKey(partition + "#NAMES", uuid.toString());
    }

    /** A text that only one record of a type may have. A long text stands as its hash, since a sort key has 1,024 bytes. */
    public static ItemKey unique(UUID company, String type, String field, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        return new ItemKey(
                "C#" + company + UNIQUE,
                type + "#" + field + "#" + (bytes.length > LONGEST_TEXT ? Sha256.of(bytes) : value));
    }

    /** The type of the records whose text this is the key of; empty for other items. */
    public Optional<String> uniqueType() {
        return pk.endsWith(UNIQUE) ? Optional.of(sk.substring(0, sk.indexOf('#'))) : Optional.empty();
    }

    /** The company whose item it is, where the key begins with a company. */
    public UUID company() {
        return UUID.fromString(pk.split("#", 3)[1]);
    }

    /** The claim of a partner to a domain, by the registration of leads. */
    public static ItemKey domainClaim(UUID company, String domain) {
        return new ItemKey("C#" + company + "#DOMAINCLAIM", domain);
    }

    /** A version of a commission rule. */
    public static ItemKey ruleVersion(UUID company, UUID rule, long version) {
        return new ItemKey("C#" + company + "#COMMISSIONRULEVERSION#" + rule, "%010d".formatted(version));
    }

    /** An idempotency key of a company. */
    public static ItemKey idempotency(UUID company, String key) {
        return new ItemKey("C#" + company + "#IDEMPOTENCY", key);
    }

    /** The secrets that sign the deliveries to an endpoint. */
    public static ItemKey webhookSecrets(UUID company, UUID endpoint) {
        return new ItemKey("C#" + company + "#WEBHOOKSECRET", endpoint.toString());
    }

    /** The credentials of a connection to a CRM. */
    public static ItemKey crmCredentials(UUID company, UUID connection) {
        return new ItemKey("C#" + company + "#CRMCREDENTIALS", connection.toString());
    }

    /** The hashes of the secrets with which a CRM calls. */
    public static ItemKey crmHook(UUID company, UUID connection) {
        return new ItemKey("C#" + company + "#CRMHOOK", connection.toString());
    }

    /** The calls of a connection to a CRM on one day. */
    public static ItemKey crmCalls(UUID company, UUID connection) {
        return new ItemKey("C#" + company + "#CRMCALLS", connection.toString());
    }

    /** The lane of one record's events to one endpoint. */
    public static ItemKey lane(UUID company, UUID endpoint, UUID record) {
        return new ItemKey("C#" + company + "#LANE#" + endpoint, record.toString());
    }

    /** An API key, by the hash of its secret. */
    public static ItemKey apiKey(String sha256) {
        return new ItemKey("KEY#" + sha256, "KEY");
    }

    /** The hashes of the secrets of an API key. */
    public static ItemKey secrets(UUID company, UUID apiKey) {
        return new ItemKey("C#" + company + "#SECRETS", apiKey.toString());
    }

    /** An API key that the usage plan may not know yet, or may know still. */
    public static ItemKey pending(UUID company, UUID apiKey) {
        return new ItemKey(pending(company), apiKey.toString());
    }

    /** The partition of a company's pending API keys. */
    public static String pending(UUID company) {
        return "C#" + company + "#KEYPLAN";
    }

    /** A ticket that opens a connection for live updates, by the hash of its secret. */
    public static ItemKey liveTicket(String sha256) {
        return new ItemKey("TICKET#" + sha256, "TICKET");
    }

    /** A connection for live updates, under the place of its API key that it takes. */
    public static ItemKey connection(UUID company, UUID apiKey, int place) {
        return new ItemKey(connections(company), "%s#%02d".formatted(apiKey, place));
    }

    /** The partition of a company's connections. */
    public static String connections(UUID company) {
        return "C#" + company + "#CONNECTION";
    }

    /** The place of a connection, by API Gateway's id of the connection. */
    public static ItemKey connectionFinder(String id) {
        return new ItemKey("CONN#" + id, "CONN");
    }

    /** The position of a migration in a segment of the table. */
    public static ItemKey migration(int segment) {
        return new ItemKey("MIGRATION", Integer.toString(segment));
    }

    /** The heartbeats of a day in UTC, with the last of them. */
    public static ItemKey statusDay(LocalDate date) {
        return new ItemKey(STATUS, STATUS_DAY + date);
    }

    /** The last heartbeat that a reader of the stream has seen. */
    public static ItemKey statusEcho(String reader) {
        return new ItemKey(STATUS, "ECHO#" + reader);
    }

    /** An incident of a component, by its beginning. */
    public static ItemKey statusIncident(Instant since, String component) {
        return new ItemKey(STATUS, STATUS_INCIDENT + Json.time(since) + "#" + component);
    }

    /** The two key attributes, in a map that accepts the other attributes of the item. */
    public Map<String, AttributeValue> attributes() {
        var attributes = new HashMap<String, AttributeValue>();
        attributes.put(TableDesign.PARTITION_KEY, AttributeValue.fromS(pk));
        attributes.put(TableDesign.SORT_KEY, AttributeValue.fromS(sk));
        return attributes;
    }
}
