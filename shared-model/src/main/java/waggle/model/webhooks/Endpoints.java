package waggle.model.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Write;
import waggle.model.json.Json;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.table.ItemKey;
import waggle.model.transaction.SingleItems;

/**
 * Creates, rotates and disables endpoints, and stores the secrets that sign their deliveries (docs/api.md,
 * "Events and webhooks").
 */
public final class Endpoints {
    private final DynamoDbClient client;
    private final String table;
    private final SecretSeal seal;

    public Endpoints(DynamoDbClient client, String table, SecretSeal seal) {
        this.client = client;
        this.table = table;
        this.seal = seal;
    }

    /**
     * Creates an endpoint.
     *
     * @return the record with the secret, which is shown this once
     */
    public Entity<WebhookEndpoint> create(Write write, WebhookEndpoint wanted, String secret) {
        var created = write.create(WebhookEndpoint.RESOURCE, wanted);
        var sealed = seal.seal(write.company(), created.uuid(), secret);
        write.transaction().put(new Secrets(sealed, List.of()).item(write.company(), created.uuid()));
        return created.with(created.value().shown(secret));
    }

    /**
     * Gives an endpoint another secret. Those before it also sign for 24 hours.
     *
     * @return the record with the new secret, which is shown this once
     */
    public Entity<WebhookEndpoint> rotate(Write write, UUID uuid, String secret) {
        var rotated = write.change(WebhookEndpoint.RESOURCE, uuid, before -> before.rotated(write.time()));
        var secrets = Secrets.of(secretsItem(write.company(), uuid).orElseThrow());
        var next = secrets.rotated(secret, write.time(), clear -> seal.seal(write.company(), uuid, clear));
        write.transaction().put(next.item(write.company(), uuid));
        return rotated.with(rotated.value().shown(secret));
    }

    public Entity<WebhookEndpoint> delete(Write write, UUID uuid, Precondition precondition) {
        write.transaction().delete(ItemKey.webhookSecrets(write.company(), uuid));
        return write.remove(WebhookEndpoint.RESOURCE, uuid, precondition);
    }

    /** Disables an endpoint, unless it is disabled or no longer exists. */
    public void disable(Write write, UUID uuid, String reason) {
        write.find(WebhookEndpoint.RESOURCE, uuid)
                .filter(found -> found.value().status() == WebhookEndpoint.Status.ENABLED)
                .ifPresent(found -> write.change(WebhookEndpoint.RESOURCE, uuid, value -> value.disabled(reason)));
    }

    /** The secrets that sign now, the newest first; empty if the endpoint no longer exists. */
    public List<String> secrets(UUID company, UUID endpoint, Instant now) {
        return secretsItem(company, endpoint)
                .map(item -> Secrets.of(item).at(now, secret -> seal.open(company, endpoint, secret)))
                .orElse(List.of());
    }

    private Optional<Map<String, AttributeValue>> secretsItem(UUID company, UUID endpoint) {
        var key = ItemKey.webhookSecrets(company, endpoint).attributes();
        return Optional.of(client.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                        .item())
                .filter(item -> !item.isEmpty());
    }

    /** Stores the time of the first failure since the last success. Neither version nor time of the record changes. */
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

    /** Removes the time of the first failure after a success. */
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
        new SingleItems(client, table).update(update -> update.key(key)
                .updateExpression(change)
                .conditionExpression(condition)
                .expressionAttributeValues(values));
    }
}
