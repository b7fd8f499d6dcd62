package waggle.model.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.records.Concealing;

/**
 * A key that opens a company's data to a program (docs/api.md, "Account").
 *
 * @param label 1 to 100 characters
 * @param scopes what it may do: {@code read}, {@code write} or {@code admin}, or one of these two for one resource,
 *     {@code leads:read}; 1 to 20, each once; they cannot be changed
 * @param expiresAt when it ends by itself; never when absent; it cannot be changed
 * @param prefix how the key begins
 * @param lastFour how the key ends
 * @param lastUsedAt the minute in which it was last used
 * @param revokedAt when it was revoked
 * @param key the key itself; only the reply to the request that created or rotated it has it
 */
@Introspected
public record ApiKey(
        @NotBlank @Size(max = ApiKey.LONGEST_LABEL) String label,

        @NotNull @Size(min = 1, max = Scopes.MOST)
        List<@NotNull @Size(max = Scopes.LONGEST) @Pattern(regexp = Scopes.PATTERN, message = Scopes.EXPECTED) String>
                scopes,

        @Nullable Instant expiresAt,
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
            .rights(Rights.ADMIN)
            .silent()
            .build();

    /** A key as a client asks for one. */
    public static ApiKey wanted(String label, Scopes scopes) {
        var ids = scopes.ids().stream().sorted().toList();
        return new ApiKey(label, ids, null, null, null, null, null, null);
    }

    ApiKey issued(KeySecret secret) {
        return new ApiKey(label, scopes, expiresAt, secret.prefix(), secret.lastFour(), lastUsedAt, null, null);
    }

    ApiKey revoked(Instant now) {
        var since = revokedAt == null ? now : revokedAt;
        return new ApiKey(label, scopes, expiresAt, prefix, lastFour, lastUsedAt, since, null);
    }

    @Override
    public ApiKey concealed() {
        return new ApiKey(label, scopes, expiresAt, prefix, lastFour, lastUsedAt, revokedAt, null);
    }

    ApiKey shown(KeySecret secret) {
        return new ApiKey(label, scopes, expiresAt, prefix, lastFour, lastUsedAt, revokedAt, secret.reveal());
    }

    /** @throws WaggleException {@link ErrorCode#CONFLICT} when it is revoked or has expired */
    ApiKey live(Instant now) {
        if (revokedAt != null) {
            throw new WaggleException(ErrorCode.CONFLICT, "The API key is revoked");
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new WaggleException(ErrorCode.CONFLICT, "The API key has expired");
        }
        return this;
    }

    /** @throws WaggleException {@link ErrorCode#INVALID_REQUEST} when it would expire at once */
    void requireFuture(Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw WaggleException.invalid(List.of(new Fault("expires_at", "must be a time in the future")));
        }
    }
}
