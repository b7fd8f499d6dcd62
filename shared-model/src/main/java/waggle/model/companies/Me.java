package waggle.model.companies;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Limits;
import waggle.model.WaggleException;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.declaration.Storing;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.records.Entity;
import waggle.model.records.ItemBatch;

/**
 * What a key is told about itself (docs/api.md, "The key of a request"). It is not stored as a record.
 *
 * @param apiKey the key of the request
 * @param company the company that the key belongs to
 * @param mode whether the key is for live or for test data
 * @param limits the requests that the key may send
 * @param version the version of Waggle that replies
 */
@Introspected
public record Me(
        Key apiKey,
        Tenant company,
        KeySecret.Mode mode,
        RateLimit limits,
        @Size(max = 64) String version) {
    public static final String PATH = "me";
    public static final Resource<Me> RESOURCE = Resource.named("me", PATH, Me.class, Me::version)
            .rights(Rights.READABLE_BY_ALL)
            .stores(Storing.Builder::asNothing)
            .silent()
            .build();

    /**
     * The key of a request.
     *
     * @param uuid of the key
     * @param label of the key
     * @param scopes of the key
     * @param expiresAt the time at which the key expires; never if absent
     * @param userUuid the person whose key it is
     */
    public record Key(
            UUID uuid,
            @Size(max = ApiKey.LONGEST_LABEL) String label,
            @Size(max = Scopes.MOST) List<String> scopes,
            @Nullable Instant expiresAt,
            @Nullable UUID userUuid) {}

    /**
     * The company of a key.
     *
     * @param uuid of the company
     * @param name of the company
     * @param currencyCode ISO 4217
     * @param timeZone a name of the IANA time zone database, which says when a day begins
     */
    public record Tenant(
            UUID uuid, @Size(max = Company.LONGEST_NAME) String name, String currencyCode, String timeZone) {}

    /**
     * The requests that a key may send.
     *
     * @param requests the most in one window
     * @param windowSeconds the length of the window
     */
    public record RateLimit(int requests, int windowSeconds) {
        static final RateLimit OF_KEY = new RateLimit(Limits.RATE, (int) Limits.RATE_WINDOW.toSeconds());
    }

    /**
     * Reads a key and its company with one request of two read units.
     *
     * @param version of Waggle
     * @throws WaggleException {@link ErrorCode#NOT_FOUND} if the key or the company no longer exists
     */
    public static Me read(DynamoDbClient client, String table, Actor.ApiKey actor, String version) {
        var key = ApiKey.RESOURCE.key(actor.company(), actor.uuid());
        var company = Company.RESOURCE.key(actor.company(), actor.company());
        var items = ItemBatch.read(client, table, List.of(key, company));
        return of(entity(ApiKey.RESOURCE, items.get(key)), entity(Company.RESOURCE, items.get(company)), version);
    }

    private static <T> Entity<T> entity(Resource<T> resource, @Nullable Map<String, AttributeValue> item) {
        if (item == null) {
            throw new WaggleException(ErrorCode.NOT_FOUND, "No such " + resource.noun());
        }
        return resource.schema().mapToItem(item);
    }

    private static Me of(Entity<ApiKey> key, Entity<Company> company, String version) {
        var its = key.value();
        var tenant = company.value();
        return new Me(
                new Key(key.uuid(), its.label(), its.scopes(), its.expiresAt(), its.userUuid()),
                new Tenant(company.uuid(), tenant.name(), tenant.currencyCode(), tenant.timeZone()),
                KeySecret.mode(Objects.requireNonNull(its.prefix())),
                RateLimit.OF_KEY,
                version);
    }
}
