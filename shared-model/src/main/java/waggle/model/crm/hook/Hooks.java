package waggle.model.crm.hook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Sha256;
import waggle.model.Uuids;
import waggle.model.declaration.Write;
import waggle.model.table.ItemKey;

/** The addresses of connections in the table. */
public final class Hooks {
    /** The beginning of the paths. The uuid of the connection and the secret follow. */
    public static final String PATH = "/crm/hooks";

    private static final String SECRET = "secret";
    private static final String LOGIN = "login";

    /** Compared where there is no connection, so that the reply takes as long. */
    private static final String NONE = hash("");

    private final DynamoDbClient client;
    private final String table;

    /**
     * An address whose secret is right.
     *
     * @param login the hash of user and password
     */
    public record Found(UUID company, UUID connection, String login) {
        /** Whether a user and password, as {@code user:password}, are the right ones; compared in constant time. */
        public boolean admits(String userAndPassword) {
            return isSame(login, hash(userAndPassword));
        }
    }

    public Hooks(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** Gives a connection other secrets. */
    public static HookSecrets renew(Write write, UUID connection) {
        var secrets = HookSecrets.generate(write.company());
        var item = ItemKey.crmHook(write.company(), connection).attributes();
        item.put(SECRET, AttributeValue.fromS(hash(secrets.secret())));
        item.put(LOGIN, AttributeValue.fromS(hash(secrets.login())));
        write.transaction().put(item);
        return secrets;
    }

    public static void delete(Write write, UUID connection) {
        write.transaction().delete(ItemKey.crmHook(write.company(), connection));
    }

    /** The address that ends with a connection and a secret; empty if either is wrong. Secrets are compared in constant time. */
    public Optional<Found> find(String connection, String secret) {
        var company = HookSecrets.company(secret);
        var uuid = Uuids.parse(connection);
        if (company.isEmpty() || uuid.isEmpty()) {
            return Optional.empty();
        }
        var item = item(ItemKey.crmHook(company.get(), uuid.get()));
        return isSame(text(item, SECRET), hash(secret))
                ? Optional.of(new Found(company.get(), uuid.get(), text(item, LOGIN)))
                : Optional.empty();
    }

    private Map<String, AttributeValue> item(ItemKey key) {
        return client.getItem(get -> get.tableName(table).key(key.attributes()).consistentRead(true))
                .item();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? Objects.requireNonNull(item.get(name)).s() : NONE;
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
