package waggle.model.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Uuids;
import waggle.model.audit.AuditEntry;
import waggle.model.table.ItemKey;

/** Adds to a transaction what its writes leave in the audit log of their company. */
final class AuditLog {
    private static final Resource<AuditEntry> RESOURCE = AuditEntry.RESOURCE;

    private final DynamoDbClient client;
    private final String table;
    private final RecordItems<AuditEntry> items = new RecordItems<>(RESOURCE, RESOURCE.schema());

    AuditLog(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    void join(Transaction transaction, UUID company, List<AuditEntry> entries) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var uuids = Stream.generate(Uuids::next)
                .limit(entries.size())
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        for (var i = 0; i < entries.size(); i++) {
            items.insert(transaction, company, new Entity<>(uuids.get(i), entries.get(i), now, now, 1));
        }
        Segments.ofLog(client, table, ItemKey.collection(company, RESOURCE.name()))
                .insert(transaction, uuids, Raced::new);
    }
}
