package waggle.model.crm.stored;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Fault;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.crm.hook.Hooks;
import waggle.model.crm.mapping.CrmMapping;
import waggle.model.crm.mapping.DefaultMappings;
import waggle.model.crm.token.TokenItems;
import waggle.model.declaration.Write;
import waggle.model.json.Json;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.table.ItemKey;
import waggle.model.transaction.SingleItems;
import waggle.model.webhooks.SecretSeal;

/**
 * Creates, changes and deletes connections, with their credentials. These are sealed, in an item of their own, so that no
 * record, event, audit entry or reply has them.
 */
public final class Connections {
    private static final String CREDENTIALS = "credentials";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DynamoDbClient client;
    private final String table;
    private final SecretSeal seal;

    public Connections(DynamoDbClient client, String table, SecretSeal seal) {
        this.client = client;
        this.table = table;
        this.seal = seal;
    }

    /**
     * Creates a connection with the default mappings of its provider.
     *
     * @param root the address of the gateway, for the hook
     * @return the record with its hook, which is shown this once
     * @throws WaggleException if the value has no credentials
     */
    public Entity<CrmConnection> create(Write write, CrmConnection value, String root) {
        var credentials = value.credentials();
        if (credentials == null) {
            throw WaggleException.invalid(List.of(new Fault(CREDENTIALS, "is required")));
        }
        var created = write.create(CrmConnection.RESOURCE, value.concealed());
        write.create(CrmMapping.RESOURCE, created.uuid(), DefaultMappings.of(value.provider()));
        write.transaction().put(item(write.company(), created.uuid(), credentials));
        return value.hasHook() ? withHook(write, created, root) : created;
    }

    /**
     * Gives the hook of a connection another secret.
     *
     * @param root the address of the gateway
     * @return the record with its hook, which is shown this once
     * @throws WaggleException if its CRM has no hooks
     */
    public Entity<CrmConnection> rotateHook(Write write, UUID uuid, String root) {
        var rotated = write.change(CrmConnection.RESOURCE, uuid, before -> {
            if (!before.hasHook()) {
                throw WaggleException.conflict("Waggle has no hooks of this CRM: it is polled");
            }
            return CrmConnectionBuilder.from(before).withHookRotatedAt(write.time());
        });
        return withHook(write, rotated, root);
    }

    private static Entity<CrmConnection> withHook(Write write, Entity<CrmConnection> connection, String root) {
        var value = connection.value();
        var hook =
                CrmConnection.Hook.of(value.provider(), root, connection.uuid(), Hooks.renew(write, connection.uuid()));
        return connection.with(CrmConnectionBuilder.from(value).withHook(hook));
    }

    /** Changes a connection. A connection with other credentials connects again. */
    public Entity<CrmConnection> change(
            Write write, UUID uuid, Precondition precondition, UnaryOperator<CrmConnection> change) {
        return write.change(CrmConnection.RESOURCE, uuid, precondition, before -> {
            var after = change.apply(before);
            var credentials = after.credentials();
            if (credentials == null) {
                return after;
            }
            write.transaction().put(item(write.company(), uuid, credentials));
            var renewed = after.status() == CrmConnection.Status.PAUSED
                    ? after
                    : after.in(CrmConnection.Status.CONNECTING, null);
            return renewed.concealed();
        });
    }

    /** Deletes a connection. Its links stay, and end with the next one of the same account. */
    public void delete(Write write, UUID uuid, Precondition precondition) {
        write.remove(CrmConnection.RESOURCE, uuid, precondition);
        write.find(CrmMapping.RESOURCE, uuid)
                .ifPresent(found -> write.remove(CrmMapping.RESOURCE, uuid, Precondition.NONE));
        write.find(CrmCursor.RESOURCE, uuid)
                .ifPresent(found -> write.remove(CrmCursor.RESOURCE, uuid, Precondition.NONE));
        write.transaction().delete(ItemKey.crmCredentials(write.company(), uuid));
        write.transaction().delete(ItemKey.crmCalls(write.company(), uuid));
        Hooks.delete(write, uuid);
    }

    private Map<String, AttributeValue> item(UUID company, UUID connection, Map<String, String> credentials) {
        var item = ItemKey.crmCredentials(company, connection).attributes();
        item.put(CREDENTIALS, AttributeValue.fromS(seal.seal(company, connection, Json.write(credentials))));
        item.put(TokenItems.EDITION, AttributeValue.fromS(Uuids.next().toString()));
        return item;
    }

    /** The access tokens of a connection. */
    public TokenItems tokens(UUID company, UUID connection) {
        return new TokenItems(client, table, seal, company, connection);
    }

    /** The credentials in clear text; empty if the connection no longer exists. */
    public Optional<Map<String, String>> credentials(UUID company, UUID connection) {
        var key = ItemKey.crmCredentials(company, connection).attributes();
        var item = client.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                .item();
        return Optional.ofNullable(item.get(CREDENTIALS))
                .map(text -> seal.open(company, connection, text.s()))
                .map(Connections::texts);
    }

    private static Map<String, String> texts(String json) {
        return Json.mapper().convertValue(Json.parse(json, ObjectNode.class), TEXTS);
    }

    /** Notes a success with the calls of the day. Neither version nor time of the record changes. */
    public void succeeded(UUID company, UUID connection, Instant now, CrmConnection.Quota quota) {
        var key = ItemKey.record(company, CrmConnection.NAME, connection).attributes();
        var calls = AttributeValue.fromM(
                Map.of("used", number(quota.used()), "share", number(quota.share()), "limit", number(quota.limit())));
        new SingleItems(client, table).update(update -> update.key(key)
                .updateExpression("SET last_success_at = :now, quota = :quota ADD " + Entity.MOVES + " :one")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeValues(
                        Map.of(":now", AttributeValue.fromS(Json.time(now)), ":quota", calls, ":one", number(1))));
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
