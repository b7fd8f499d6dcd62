package waggle.model.companies;

import java.util.Objects;
import java.util.UUID;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeyRing;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.records.Entity;
import waggle.model.records.EntitySchema;
import waggle.model.stages.DefaultStages;
import waggle.model.stages.Stage;
import waggle.model.transaction.Refusal;
import waggle.model.write.Writes;

/** Opens companies and issues their API keys. */
public final class Companies {
    private static final EntitySchema<Company> SCHEMA = new EntitySchema<>(Company.class);

    private final Writes writes;
    private final KeyRing keys;

    public Companies(Writes writes, KeyRing keys) {
        this.writes = writes;
        this.keys = keys;
    }

    /**
     * Opens a company with its first key and the default stages, in one transaction.
     *
     * @param label of the key, 1 to 100 characters
     */
    public KeySecret open(Company company, String label, KeySecret.Mode mode, Scopes scopes) {
        var uuid = Uuids.next();
        var key = Uuids.next();
        return writes.run(founder(uuid, key, label), write -> {
            var entity = new Entity<>(uuid, company, write.time(), write.time(), 1);
            write.transaction()
                    .insert(
                            SCHEMA.item(Company.RESOURCE.key(uuid, uuid), entity),
                            Refusal.impossible("a new uuid is in use"));
            DefaultStages.all().forEach(stage -> write.create(Stage.RESOURCE, stage));
            return secret(keys.create(write, key, ApiKey.wanted(label, scopes), mode));
        });
    }

    /** Issues another key of a company to an operator who has none. */
    public KeySecret issue(UUID company, String label, KeySecret.Mode mode, Scopes scopes) {
        var key = Uuids.next();
        return writes.run(
                founder(company, key, label),
                write -> secret(keys.create(write, key, ApiKey.wanted(label, scopes), mode)));
    }

    /** The new key itself is the actor that creates it. */
    private static Actor founder(UUID company, UUID key, String label) {
        return Actor.ofKey(company, key, label, Uuids.next().toString());
    }

    private static KeySecret secret(Entity<ApiKey> created) {
        return KeySecret.parse(Objects.requireNonNull(created.value().key())).orElseThrow();
    }
}
