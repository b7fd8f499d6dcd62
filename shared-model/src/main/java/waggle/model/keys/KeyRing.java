package waggle.model.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;
import waggle.model.transaction.Refusal;
import waggle.model.transaction.RetryBudget;

/**
 * Creates, changes, rotates and revokes API keys (docs/api.md, "Account"): the record that clients see, the item that
 * the authorizer reads, and the key in the usage plan. A process that dies at any point leaves no working key without a
 * record.
 */
public final class KeyRing {
    private static final Refusal CONTENTION = Refusal.always(RetryBudget::contention);
    private static final Refusal NEW_SECRET = Refusal.impossible("a new secret is in use");

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final PendingKeys pending;

    /** @param plan that counts the requests of the keys; a key that it refuses is not created */
    public KeyRing(DynamoDbClient client, String table, Clock clock, KeyPlan plan) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.pending = new PendingKeys(client, table, plan);
    }

    /** Creates a key in the mode of the actor's own key. */
    public Entity<ApiKey> create(Write write, UUID uuid, ApiKey wanted) {
        return create(write, uuid, wanted, mode(write));
    }

    /**
     * Creates a key. It is added to the usage plan before the transaction, and removed from the plan if the unit is
     * refused.
     *
     * @param uuid chosen before the unit of work, so that the plan has one key even if the unit runs again
     * @return the record with the key itself, which is shown this once
     */
    public Entity<ApiKey> create(Write write, UUID uuid, ApiKey wanted, KeySecret.Mode mode) {
        wanted.requireFuture(clock.instant());
        var company = write.company();
        pending.clear(company, clock.instant());
        write.onRefusal(() -> pending.remove(company, uuid));
        pending.admit(company, uuid, clock.instant());
        var secret = KeySecret.generate(mode);
        var created = write.create(ApiKey.RESOURCE, uuid, wanted.issued(secret));
        write.transaction().insert(grant(company, uuid, created.value(), secret), NEW_SECRET);
        write.transaction().put(new KeySecrets(Map.of(secret.hash(), 0L)).item(company, uuid));
        write.transaction().delete(ItemKey.pending(company, uuid), CONTENTION).requireThere();
        return created.with(created.value().shown(secret));
    }

    private static Map<String, AttributeValue> grant(UUID company, UUID uuid, ApiKey value, KeySecret secret) {
        var grant = new KeyGrant(company, uuid, value.label(), Scopes.parse(value.scopes()));
        return KeyStore.item(secret, grant, value.expiresAt());
    }

    /** Changes a key. A new label is stored with its secrets as well, since events and audit entries show it. */
    public Entity<ApiKey> change(Write write, UUID uuid, Precondition precondition, UnaryOperator<ApiKey> change) {
        var before = write.get(ApiKey.RESOURCE, uuid);
        var after = write.change(ApiKey.RESOURCE, uuid, precondition, change);
        if (!after.value().label().equals(before.value().label())) {
            KeySecrets.read(client, table, write.company(), uuid).until().keySet().stream()
                    .map(ItemKey::apiKey)
                    .filter(this::exists)
                    .forEach(key -> write.transaction()
                            .change(key, Refusal.raced())
                            .requireThere()
                            .set(
                                    KeyStore.LABEL,
                                    AttributeValue.fromS(after.value().label())));
        }
        return after;
    }

    /** DynamoDB deletes the item of a secret that has expired. */
    private boolean exists(ItemKey key) {
        return client.getItem(get -> get.tableName(table).key(key.attributes()).consistentRead(true))
                .hasItem();
    }

    /**
     * Gives a key another secret. The previous secret works until the overlap ends.
     *
     * @return the record with the new key itself, which is shown this once
     * @throws WaggleException {@link ErrorCode#NOT_FOUND}, or {@link ErrorCode#CONFLICT} when the key is revoked or has
     *     expired
     */
    public Entity<ApiKey> rotate(Write write, UUID uuid, Duration overlap) {
        var now = write.time();
        var mode = KeySecret.mode(prefix(write.get(ApiKey.RESOURCE, uuid)));
        var secret = KeySecret.generate(mode);
        var rotated =
                write.change(ApiKey.RESOURCE, uuid, before -> before.live(now).issued(secret));
        exchange(write, rotated, secret, now.plus(overlap));
        return rotated.with(rotated.value().shown(secret));
    }

    private void exchange(Write write, Entity<ApiKey> key, KeySecret secret, Instant overlapEnd) {
        var company = write.company();
        var expiry = key.value().expiresAt();
        var end = expiry == null || expiry.isAfter(overlapEnd) ? overlapEnd : expiry;
        var secrets = KeySecrets.read(client, table, company, key.uuid());
        secrets.inUse().forEach(hash -> write.transaction()
                .change(ItemKey.apiKey(hash), CONTENTION)
                .requireThere()
                .set(TableDesign.TIME_TO_LIVE, KeyStore.seconds(end)));
        write.transaction().insert(grant(company, key.uuid(), key.value(), secret), NEW_SECRET);
        write.transaction().put(secrets.rotated(secret, write.time(), end).item(company, key.uuid()));
    }

    /**
     * Revokes a key. Requests with it fail once API Gateway no longer caches the authorizer's policy. A repetition
     * finishes a revocation that stopped halfway.
     *
     * @throws WaggleException {@link ErrorCode#CONFLICT} for the last admin key, after which no key could be created
     */
    public Entity<ApiKey> revoke(Write write, UUID uuid, Precondition precondition) {
        var company = write.company();
        pending.clear(company, write.time());
        if (write.get(ApiKey.RESOURCE, uuid).value().isAdmin(write.time())) {
            requireOtherAdmin(write, uuid);
        }
        var revoked = write.change(ApiKey.RESOURCE, uuid, precondition, before -> before.revoked(write.time()));
        KeySecrets.read(client, table, company, uuid).until().keySet().forEach(hash -> write.transaction()
                .delete(ItemKey.apiKey(hash)));
        write.transaction().delete(ItemKey.secrets(company, uuid));
        write.transaction().put(PendingKeys.item(company, uuid, write.time()));
        write.afterCommit(() -> pending.remove(company, uuid));
        return revoked;
    }

    /** Two admin keys that revoke each other at the same time: the second transaction finds its witness revoked. */
    private static void requireOtherAdmin(Write write, UUID uuid) {
        var witness = write.all(ApiKey.RESOURCE).stream()
                .filter(other -> !other.uuid().equals(uuid) && other.value().isAdmin(write.time()))
                .findFirst()
                .orElseThrow(() -> new WaggleException(
                        ErrorCode.CONFLICT,
                        "The last API key with the scope admin cannot be revoked: create another one first"));
        write.transaction()
                .change(ApiKey.RESOURCE.key(write.company(), witness.uuid()), Refusal.raced())
                .require("version", AttributeValue.fromN(Long.toString(witness.version())));
    }

    private static KeySecret.Mode mode(Write write) {
        return Optional.of(write.actor())
                .filter(Actor.ApiKey.class::isInstance)
                .flatMap(maker -> write.find(ApiKey.RESOURCE, ((Actor.ApiKey) maker).uuid()))
                .map(maker -> KeySecret.mode(prefix(maker)))
                .orElse(KeySecret.Mode.TEST);
    }

    private static String prefix(Entity<ApiKey> key) {
        return Objects.requireNonNull(key.value().prefix());
    }
}
