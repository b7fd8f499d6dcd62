package waggle.model.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import waggle.model.Actor;
import waggle.model.WaggleException;
import waggle.model.events.Event;
import waggle.model.events.EventTypes;
import waggle.model.json.Json;
import waggle.model.store.Entity;
import waggle.model.store.Precondition;
import waggle.model.store.Receipt;
import waggle.model.store.Store;
import waggle.model.table.ItemKey;

/** Makes, changes and disables endpoints, and keeps what they are signed with (contract §6). */
public final class Endpoints {
    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final Store<WebhookEndpoint> store;

    public Endpoints(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.store = new Store<>(client, table, WebhookEndpoint.RESOURCE, clock);
    }

    /**
     * Makes an endpoint.
     *
     * @return with its secret, this once
     */
    public Entity<WebhookEndpoint> create(Actor actor, WebhookEndpoint wanted, String secret, Receipt receipt) {
        var made = store.create(actor, wanted, (transaction, entity) -> {
            transaction.put(new Secrets(secret, null, 0).item(actor.company(), entity.uuid()));
            receipt.join(transaction, entity);
        });
        return made.with(made.value().shown(secret));
    }

    /**
     * Gives an endpoint another secret; the one before signs beside it for a day.
     *
     * @return with the new secret, this once
     */
    public Entity<WebhookEndpoint> rotate(Actor actor, UUID uuid, String secret, Receipt receipt) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UnaryOperator<WebhookEndpoint> change = before -> before.rotated(now);
        var rotated = store.change(actor, uuid, Precondition.NONE, change, (transaction, entity) -> {
            var item = secretsItem(actor.company(), uuid).orElseThrow();
            var next = Secrets.of(item).rotated(secret, now).item(actor.company(), uuid);
            transaction.put(next);
            receipt.join(transaction, entity);
        });
        return rotated.with(rotated.value().shown(secret));
    }

    public Entity<WebhookEndpoint> delete(Actor actor, UUID uuid, Precondition precondition, Receipt receipt) {
        return store.delete(actor, uuid, precondition, (transaction, entity) -> {
            transaction.remove(ItemKey.webhookSecrets(actor.company(), uuid));
            receipt.join(transaction, entity);
        });
    }

    /** Those that sign now, the newest first; none for an endpoint that is gone. */
    public List<String> secrets(UUID company, UUID endpoint, Instant now) {
        return secretsItem(company, endpoint)
                .map(item -> Secrets.of(item).at(now))
                .orElse(List.of());
    }

    private Optional<Map<String, AttributeValue>> secretsItem(UUID company, UUID endpoint) {
        var key = ItemKey.webhookSecrets(company, endpoint).attributes();
        return Optional.of(client.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                        .item())
                .filter(item -> !item.isEmpty());
    }

    /** Notes since when an endpoint fails, unless that is noted; it changes neither version nor time of the record. */
    public void failing(UUID company, UUID endpoint, Instant since) {
        note(
                company,
                endpoint,
                "SET failing_since = :since ADD " + Entity.MOVES + " :one",
                "attribute_exists(pk) AND attribute_not_exists(failing_since)",
                Map.of(
                        ":since", AttributeValue.fromS(Json.time(since)),
                        ":one", AttributeValue.fromN("1")));
    }

    /** Notes that an endpoint succeeds again. */
    public void succeeding(UUID company, UUID endpoint) {
        note(
                company,
                endpoint,
                "REMOVE failing_since ADD " + Entity.MOVES + " :one",
                "attribute_exists(failing_since)",
                Map.of(":one", AttributeValue.fromN("1")));
    }

    private void note(
            UUID company, UUID endpoint, String change, String condition, Map<String, AttributeValue> values) {
        var key = ItemKey.record(company, WebhookEndpoint.NAME, endpoint).attributes();
        try {
            client.updateItem(update -> update.tableName(table)
                    .key(key)
                    .updateExpression(change)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException notedOrGone) {
            return;
        }
    }

    /** Disables an endpoint, which the others hear of; one that is disabled or gone stays so. */
    public void disable(Actor waggle, UUID uuid, String reason) {
        store.find(waggle, uuid)
                .filter(found -> found.value().status() == WebhookEndpoint.Status.ENABLED)
                .ifPresent(before -> disable(waggle, before, reason));
    }

    private void disable(Actor waggle, Entity<WebhookEndpoint> before, String reason) {
        try {
            store.change(
                    waggle,
                    before.uuid(),
                    Precondition.NONE,
                    value -> value.disabled(reason),
                    (transaction, after) -> transaction.record(
                            waggle, Event.of(EventTypes.ENDPOINT_DISABLED, before, after, waggle, after.updatedAt())));
        } catch (WaggleException gone) {
            return;
        }
    }
}
