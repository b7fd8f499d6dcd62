package waggle.model.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.store.Entity;
import waggle.model.store.Precondition;
import waggle.model.store.Receipt;
import waggle.model.store.Store;
import waggle.model.store.Transaction;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/**
 * Makes, rotates and revokes API keys (contract §5): the record that clients see, the item that lets requests in, and the
 * key in the usage plan. Whatever it dies at, no key opens anything that no record tells of.
 */
public final class KeyRing {
    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final PendingKeys pending;
    private final Store<ApiKey> store;

    public KeyRing(DynamoDbClient client, String table, Clock clock, KeyPlan plan) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.pending = new PendingKeys(client, table, plan);
        this.store = new Store<>(client, table, ApiKey.RESOURCE, clock);
    }

    /** Makes a key of the mode that its maker's own has. */
    public Entity<ApiKey> create(Actor actor, ApiKey wanted, Receipt receipt) {
        return create(actor, wanted, mode(actor), receipt);
    }

    /**
     * Makes a key.
     *
     * @return with the key itself, this once
     */
    public Entity<ApiKey> create(Actor actor, ApiKey wanted, KeySecret.Mode mode, Receipt receipt) {
        var uuid = Uuids.next();
        pending.clear(actor.company(), clock.instant());
        pending.admit(actor.company(), uuid, clock.instant());
        try {
            return insert(actor, uuid, wanted, mode, receipt);
        } catch (WaggleException refusal) {
            // After any other failure nobody knows whether the key was made, until its time is up.
            pending.remove(actor.company(), uuid);
            throw refusal;
        }
    }

    private Entity<ApiKey> insert(Actor actor, UUID uuid, ApiKey wanted, KeySecret.Mode mode, Receipt receipt) {
        var secret = KeySecret.generate(mode);
        var made = store.create(actor, uuid, wanted.issued(secret), (transaction, entity) -> {
            wanted.requireFuture(clock.instant());
            join(transaction, actor.company(), uuid, wanted, secret);
            transaction.take(ItemKey.pending(actor.company(), uuid), Transaction::contention);
            receipt.join(transaction, entity);
        });
        return shown(made, secret);
    }

    /**
     * Makes the first key of a company, in the transaction that opens the company.
     *
     * @param founder the company, and the uuid that the key shall have
     * @param opening adds the company to the transaction
     */
    public KeySecret found(Actor founder, ApiKey wanted, KeySecret.Mode mode, Consumer<Transaction> opening) {
        pending.admit(founder.company(), founder.apiKey(), clock.instant());
        var secret = KeySecret.generate(mode);
        var transaction = new Transaction(table);
        opening.accept(transaction);
        store.begin(transaction, founder, founder.apiKey(), wanted.issued(secret));
        join(transaction, founder.company(), founder.apiKey(), wanted, secret);
        transaction.take(ItemKey.pending(founder.company(), founder.apiKey()), Transaction::contention);
        transaction.commit(client);
        return secret;
    }

    /** Adds what lets a new key in. */
    private static void join(Transaction transaction, UUID company, UUID uuid, ApiKey value, KeySecret secret) {
        transaction.insert(
                item(company, uuid, value, secret), () -> new IllegalStateException("a key was given twice"));
        transaction.put(new KeySecrets(Map.of(secret.hash(), 0L)).item(company, uuid));
    }

    private static Map<String, AttributeValue> item(UUID company, UUID uuid, ApiKey value, KeySecret secret) {
        var grant = new KeyGrant(company, uuid, Scopes.parse(value.scopes()));
        return KeyStore.item(secret, grant, value.expiresAt());
    }

    /**
     * Gives a key another secret. The one before works on until the overlap ends.
     *
     * @return with the new key itself, this once
     * @throws WaggleException {@link ErrorCode#NOT_FOUND}, or {@link ErrorCode#CONFLICT} when it is revoked or has expired
     */
    public Entity<ApiKey> rotate(Actor actor, UUID uuid, Duration overlap, Receipt receipt) {
        var now = clock.instant();
        var mode = KeySecret.mode(prefix(store.get(actor, uuid)));
        var secret = KeySecret.generate(mode);
        var rotated = store.change(
                actor, uuid, Precondition.NONE, before -> before.live(now).issued(secret), (transaction, entity) -> {
                    exchange(transaction, actor.company(), uuid, (ApiKey) entity.value(), secret, now.plus(overlap));
                    receipt.join(transaction, entity);
                });
        return shown(rotated, secret);
    }

    private void exchange(
            Transaction transaction, UUID company, UUID uuid, ApiKey value, KeySecret secret, Instant overlapEnd) {
        var expiry = value.expiresAt();
        var end = expiry == null || expiry.isAfter(overlapEnd) ? overlapEnd : expiry;
        var secrets = KeySecrets.read(client, table, company, uuid);
        secrets.inUse()
                .forEach(hash -> transaction.update(
                        ItemKey.apiKey(hash),
                        "SET " + TableDesign.TIME_TO_LIVE + " = :end",
                        Map.of(":end", KeyStore.seconds(end)),
                        "attribute_exists(" + TableDesign.PARTITION_KEY + ")",
                        Transaction::contention));
        transaction.insert(
                item(company, uuid, value, secret), () -> new IllegalStateException("a key was given twice"));
        transaction.put(secrets.rotated(secret, clock.instant(), end).item(company, uuid));
    }

    /**
     * Ends a key: no request is let in by it any more, but for the moment that answers of the authorizer are kept. May be
     * asked again, and then finishes what was left undone.
     */
    public Entity<ApiKey> revoke(Actor actor, UUID uuid, Precondition precondition, Receipt receipt) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        pending.clear(actor.company(), now);
        var revoked = store.change(actor, uuid, precondition, before -> before.revoked(now), (transaction, entity) -> {
            KeySecrets.read(client, table, actor.company(), uuid)
                    .until()
                    .keySet()
                    .forEach(hash -> transaction.remove(ItemKey.apiKey(hash)));
            transaction.remove(ItemKey.secrets(actor.company(), uuid));
            transaction.put(PendingKeys.item(actor.company(), uuid, now));
            receipt.join(transaction, entity);
        });
        pending.remove(actor.company(), uuid);
        return revoked;
    }

    private KeySecret.Mode mode(Actor actor) {
        return store.find(actor, actor.apiKey())
                .map(maker -> KeySecret.mode(prefix(maker)))
                .orElse(KeySecret.Mode.TEST);
    }

    private static String prefix(Entity<ApiKey> key) {
        return Objects.requireNonNull(key.value().prefix());
    }

    private static Entity<ApiKey> shown(Entity<ApiKey> key, KeySecret secret) {
        return key.with(key.value().shown(secret));
    }
}
