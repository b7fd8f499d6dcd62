package waggle.model.companies;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.KeyStore;
import waggle.model.keys.Scopes;
import waggle.model.stages.DefaultStages;
import waggle.model.stages.Stage;
import waggle.model.store.Entity;
import waggle.model.store.EntitySchema;
import waggle.model.store.Store;
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

    /** A new company with its first key and the default stages: all of it or nothing. */
    public ApiKey open(Company company, ApiKey.Mode mode, Scopes scopes) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var entity = new Entity<>(Uuids.next(), company, now, now, 1);
        var item = SCHEMA.item(ItemKey.record(entity.uuid(), "company", entity.uuid()), entity);
        var grant = new KeyGrant(entity.uuid(), Uuids.next(), scopes);
        var transaction =
                new Transaction(table).insert(item, () -> new IllegalStateException("a uuid was given twice"));
        var key = issue(transaction, grant, mode);
        var founder = new Actor(grant.company(), grant.uuid(), Uuids.next().toString());
        new Store<>(client, table, Stage.RESOURCE, clock).begin(transaction, founder, DefaultStages.all());
        transaction.commit(client);
        return key;
    }

    /** One more key of a company. */
    public ApiKey issue(UUID company, ApiKey.Mode mode, Scopes scopes) {
        var transaction = new Transaction(table);
        var key = issue(transaction, new KeyGrant(company, Uuids.next(), scopes), mode);
        transaction.commit(client);
        return key;
    }

    private ApiKey issue(Transaction transaction, KeyGrant grant, ApiKey.Mode mode) {
        var key = ApiKey.generate(mode, random);
        transaction.insert(KeyStore.item(key, grant), () -> new IllegalStateException("a key was given twice"));
        return key;
    }
}
