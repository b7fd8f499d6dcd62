package waggle.model.companies;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Uuids;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.KeyStore;
import waggle.model.keys.Scopes;
import waggle.model.store.Entity;
import waggle.model.store.EntitySchema;
import waggle.model.store.Transaction;
import waggle.model.table.ItemKey;

/** Opens companies and issues their keys. */
public final class Companies {
    private static final EntitySchema<Company> SCHEMA = new EntitySchema<>(Company.class);

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Companies(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    /** A new company and its first key, both or neither. */
    public ApiKey open(Company company, ApiKey.Mode mode, Scopes scopes) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var entity = new Entity<>(Uuids.next(), company, now, now, 1);
        var item = SCHEMA.item(ItemKey.record(entity.uuid(), "company", entity.uuid()), entity);
        var transaction =
                new Transaction(table).insert(item, () -> new IllegalStateException("a uuid was given twice"));
        return issue(transaction, entity.uuid(), mode, scopes);
    }

    /** One more key of a company. */
    public ApiKey issue(UUID company, ApiKey.Mode mode, Scopes scopes) {
        return issue(new Transaction(table), company, mode, scopes);
    }

    private ApiKey issue(Transaction transaction, UUID company, ApiKey.Mode mode, Scopes scopes) {
        var key = ApiKey.generate(mode, random);
        transaction
                .insert(
                        KeyStore.item(key, new KeyGrant(company, Uuids.next(), scopes)),
                        () -> new IllegalStateException("a key was given twice"))
                .commit(client);
        return key;
    }
}
