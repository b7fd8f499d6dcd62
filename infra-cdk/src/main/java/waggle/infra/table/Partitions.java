package waggle.infra.table;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import waggle.model.declaration.Resource;
import waggle.model.table.ItemKey;

/** Patterns of partition keys for IAM policies: they match the partitions of all companies. */
public final class Partitions {
    private static final UUID ANY = new UUID(0, 0);

    private Partitions() {}

    public static String of(Resource<?> resource) {
        return pattern(ItemKey.collection(ANY, resource.name()));
    }

    /** The partitions of the segment counts of a resource, which page its lists. */
    public static String segmentsOf(Resource<?> resource) {
        return ItemKey.segments(of(resource));
    }

    /** The partitions of the facets of a log's segments. */
    public static String facetsOf(Resource<?> log) {
        return ItemKey.segmentFacets(of(log));
    }

    public static String lanes() {
        return pattern(ItemKey.lane(ANY, ANY, ANY).pk());
    }

    /** The tickets of live updates, which stand for API keys. */
    public static String tickets() {
        return ItemKey.liveTicket("*").pk();
    }

    /** The connections of live updates. */
    public static String connections() {
        return pattern(ItemKey.connections(ANY));
    }

    /** The places of the connections of live updates. */
    public static String connectionFinders() {
        return ItemKey.connectionFinder("*").pk();
    }

    public static String webhookSecrets() {
        return pattern(ItemKey.webhookSecrets(ANY, ANY).pk());
    }

    public static String crmCredentials() {
        return pattern(ItemKey.crmCredentials(ANY, ANY).pk());
    }

    /** API keys by hash, the hashes of each key, and the keys that the usage plan may not know. */
    public static List<String> apiKeys() {
        return List.of(
                ItemKey.apiKey("*").pk(), pattern(ItemKey.secrets(ANY, ANY).pk()), pattern(ItemKey.pending(ANY)));
    }

    /** Everything that is secret: API keys, tickets, the secrets of webhooks, and the credentials of CRM connections. */
    public static List<String> secrets() {
        var secrets = new ArrayList<>(apiKeys());
        secrets.add(tickets());
        secrets.add(webhookSecrets());
        secrets.add(crmCredentials());
        return secrets;
    }

    /** The end of the partition keys of a resource, which no other partition key has. */
    public static String endOf(Resource<?> resource) {
        var pattern = of(resource);
        return pattern.substring(pattern.indexOf('*') + 1);
    }

    private static String pattern(String partition) {
        return partition.replace(ANY.toString(), "*");
    }
}
