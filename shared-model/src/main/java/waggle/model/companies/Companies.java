package waggle.model.companies;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeyPlan;
import waggle.model.keys.KeyRing;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.stages.DefaultStages;
import waggle.model.stages.Stage;
import waggle.model.store.Entity;
import waggle.model.store.EntitySchema;
import waggle.model.store.Receipt;
import waggle.model.store.Store;
import waggle.model.table.ItemKey;

/** Opens companies and issues their keys. */
public final class Companies {
    private static final EntitySchema<Company> SCHEMA = new EntitySchema<>(Company.class);

    private final Store<Stage> stages;
    private final KeyRing keys;
    private final Clock clock;

    /** @param plan counts the requests of the keys; a key that it cannot count is not made */
    public Companies(DynamoDbClient client, String table, Clock clock, KeyPlan plan) {
        this.stages = new Store<>(client, table, Stage.RESOURCE, clock);
        this.keys = new KeyRing(client, table, clock, plan);
        this.clock = clock;
    }

    /**
     * A new company with its first key and the default stages: all of it or nothing.
     *
     * @param label of the key, 1 to 100 characters
     */
    public KeySecret open(Company company, String label, KeySecret.Mode mode, Scopes scopes) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var entity = new Entity<>(Uuids.next(), company, now, now, 1);
        var founder = new Actor(entity.uuid(), Uuids.next(), Uuids.next().toString());
        return keys.found(founder, ApiKey.wanted(label, scopes), mode, transaction -> {
            transaction.insert(
                    SCHEMA.item(ItemKey.record(entity.uuid(), Company.RESOURCE.name(), entity.uuid()), entity),
                    () -> new IllegalStateException("a uuid was given twice"));
            stages.begin(transaction, founder, DefaultStages.all());
        });
    }

    /** One more key of a company, for those who stand beside the API. */
    public KeySecret issue(UUID company, String label, KeySecret.Mode mode, Scopes scopes) {
        var actor = new Actor(company, Uuids.next(), Uuids.next().toString());
        var made = keys.create(actor, ApiKey.wanted(label, scopes), mode, Receipt.none());
        return KeySecret.parse(Objects.requireNonNull(made.value().key())).orElseThrow();
    }
}
