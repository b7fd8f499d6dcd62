package waggle.model.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.keys.Scopes.Scope;
import waggle.model.partners.User;
import waggle.model.records.Concealing;

/**
 * A key with which a program reads and writes the data of a company (docs/api.md, "Account").
 *
 * @param label 1 to 100 characters
 * @param scopes 1 to 20 permissions, each once: {@code read}, {@code write}, {@code admin}, or {@code read} and {@code
 *     write} of one resource, like {@code tags:read}; they cannot be changed
 * @param expiresAt the time at which the key expires; never if absent; it cannot be changed
 * @param userUuid the person whose key it is
 * @param prefix the first characters of the key
 * @param lastFour the last four characters of the key
 * @param lastUsedAt the time of a request with the key, at most an hour before the last one
 * @param revokedAt the time of the revocation
 * @param key the key itself, only in the reply to the request that created or rotated it
 */
@Introspected
@RecordBuilder
public record ApiKey(
        @NotBlank @Size(max = ApiKey.LONGEST_LABEL) String label,

        @NotNull @Size(min = 1, max = Scopes.MOST)
        List<@NotNull @Size(max = Scopes.LONGEST) @Pattern(regexp = Scopes.PATTERN, message = Scopes.EXPECTED) String>
                scopes,

        @Nullable Instant expiresAt,
        @Nullable UUID userUuid,
        @Nullable @Size(max = KeySecret.SHOWN_LENGTH) String prefix,
        @Nullable @Size(max = 4) String lastFour,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(max = KeySecret.LENGTH)
        String key)
        implements Concealing<ApiKey> {
    public static final int LONGEST_LABEL = 100;
    public static final String NAME = "api_key";
    public static final String PATH = "api-keys";
    public static final Resource<ApiKey> RESOURCE = Resource.named(NAME, PATH, ApiKey.class, ApiKey::label)
            .immutable("scopes", "expires_at")
            .readOnly("prefix", "last_four", "last_used_at", "revoked_at", "key")
            .lists(list -> list.searched("label").sortable("label", "created_at", "updated_at"))
            .reference(Reference.lasting("user_uuid", () -> User.RESOURCE))
            .rights(Rights.ADMIN)
            .silent()
            .build();

    /** A key before its creation. */
    public static ApiKey wanted(String label, Scopes scopes) {
        var ids = scopes.ids().stream().sorted().toList();
        return new ApiKey(label, ids, null, null, null, null, null, null, null);
    }

    ApiKey issued(KeySecret secret) {
        return ApiKeyBuilder.builder(this)
                .prefix(secret.prefix())
                .lastFour(secret.lastFour())
                .revokedAt(null)
                .key(null)
                .build();
    }

    /** Whether the key can now administer other keys. */
    boolean isAdmin(Instant now) {
        return scopes.contains(Scope.ADMIN.id()) && revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }

    ApiKey revoked(Instant now) {
        return revokedAt == null ? ApiKeyBuilder.from(this).withRevokedAt(now) : this;
    }

    @Override
    public ApiKey concealed() {
        return ApiKeyBuilder.from(this).withKey(null);
    }

    ApiKey shown(KeySecret secret) {
        return ApiKeyBuilder.from(this).withKey(secret.reveal());
    }

    /** @throws WaggleException {@link ErrorCode#CONFLICT} when the key is revoked or has expired */
    ApiKey live(Instant now) {
        if (revokedAt != null) {
            throw new WaggleException(ErrorCode.CONFLICT, "The API key is revoked");
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new WaggleException(ErrorCode.CONFLICT, "The API key has expired");
        }
        return this;
    }

    /** @throws WaggleException {@link ErrorCode#INVALID_REQUEST} when the key would expire at once */
    void requireFuture(Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw WaggleException.invalid(
                    List.of(new Fault("expires_at", "must be a time in the future, like 2030-01-01T00:00:00Z")));
        }
    }
}
