package waggle.infra;

import java.util.UUID;
import waggle.model.declaration.Resource;
import waggle.model.table.ItemKey;

/** Partitions of the table, whichever company's, as IAM matches them. */
final class Partitions {
    private static final UUID ANY = new UUID(0, 0);

    private Partitions() {}

    static String of(Resource<?> resource) {
        return whichever(ItemKey.collection(ANY, resource.name()));
    }

    /** The partition of the counts that a resource's lists are paged by. */
    static String segmentsOf(Resource<?> resource) {
        return ItemKey.segments(of(resource));
    }

    static String lanes() {
        return whichever(ItemKey.lane(ANY, ANY, ANY).pk());
    }

    static String webhookSecrets() {
        return whichever(ItemKey.webhookSecrets(ANY, ANY).pk());
    }

    /** What the partition of a resource ends with, and no other. */
    static String endOf(Resource<?> resource) {
        var pattern = of(resource);
        return pattern.substring(pattern.indexOf('*') + 1);
    }

    private static String whichever(String partition) {
        return partition.replace(ANY.toString(), "*");
    }
}
