package waggle.providers.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Details;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.providers.call.Answer;
import waggle.providers.call.Call;
import waggle.providers.call.Credentials;
import waggle.providers.call.Refusal;

/**
 * The access token of a grant. Providers refuse parallel renewals with one refresh token, and a rotated one dies at its first use.
 * So one process of all renews, after it has reserved that, and stores both tokens before it uses one. The others wait and read.
 */
public final class GrantedToken implements Credentials {
    /** A token that expires sooner is renewed before the call. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    /** The time for which a process that died keeps others from a renewal. */
    private static final Duration LEASE = Duration.ofSeconds(40);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Reads of a process that waits for another one: five seconds. */
    private static final int READS = 100;

    private static final int LIMITED = 429;
    private static final Set<Integer> REFUSED = Set.of(400, 401, 403);

    private final Grant grant;
    private final TokenStore store;
    private final Clock clock;
    private @Nullable Tokens known;

    public GrantedToken(Grant grant, TokenStore store, Clock clock) {
        this.grant = grant;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public synchronized Map<String, String> headers() {
        var tokens = known;
        if (tokens == null || !isFresh(tokens)) {
            tokens = current("");
            known = tokens;
        }
        return headers(tokens);
    }

    private static Map<String, String> headers(Tokens tokens) {
        return Map.of("Authorization", "Bearer " + tokens.access());
    }

    private boolean isFresh(Tokens tokens) {
        var expires = tokens.expiresAt();
        return !tokens.access().isEmpty()
                && (expires == null || clock.instant().plus(MARGIN).isBefore(expires));
    }

    @Override
    public synchronized boolean renew(Map<String, String> refused) {
        var tokens = known;
        if (tokens != null && headers(tokens).equals(refused)) {
            known = current(tokens.access());
        }
        return !headers().equals(refused);
    }

    /** @param refused the access token that the provider refuses; {@code ""} for none */
    private Tokens current(String refused) {
        for (var read = 0; read < READS; read++) {
            var stored = store.read();
            var tokens = stored.tokens();
            if (isFresh(tokens) && !tokens.access().equals(refused)) {
                return tokens;
            }
            var now = clock.instant();
            if (store.lease(stored.edition(), now, now.plus(LEASE))) {
                var renewed = released(stored, now.plus(LEASE));
                if (renewed.isPresent()) {
                    return renewed.get();
                }
            } else {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        throw new CrmFailure(
                Kind.WAIT, "Another process is renewing the access token", new Details("", null, null, LEASE, null));
    }

    /** Renews the tokens. A failure ends the reservation, so that the next call need not wait for its end. */
    private Optional<Tokens> released(TokenStore.Stored stored, Instant until) {
        try {
            return renewed(stored);
        } catch (CrmFailure failure) {
            store.release(stored.edition(), until);
            throw failure;
        }
    }

    /** Empty if the credentials were replaced meanwhile. */
    private Optional<Tokens> renewed(TokenStore.Stored stored) {
        var form = grant.form().of(stored.tokens());
        var answer = grant.host().send(Call.form(grant.path(), form), grant.headers());
        var access = answer.body().path("access_token").asText("");
        if (!answer.isDone() || access.isEmpty()) {
            if (!store.read().edition().equals(stored.edition())) {
                return Optional.empty();
            }
            throw failure(answer.without(grant.secrets(form)));
        }
        var renewed = new Tokens(access, expiry(answer), refresh(answer, stored.tokens()));
        return store.store(stored.edition(), renewed) ? Optional.of(renewed) : Optional.empty();
    }

    private @Nullable Instant expiry(Answer answer) {
        var seconds = answer.body().path("expires_in");
        return seconds.canConvertToLong() ? clock.instant().plusSeconds(seconds.asLong()) : null;
    }

    private static @Nullable String refresh(Answer answer, Tokens before) {
        var refresh = answer.body().path("refresh_token").asText("");
        return refresh.isEmpty() ? before.refresh() : refresh;
    }

    /** Only these replies are about the credentials (RFC 6749, section 5.2; a blocked app has the status 403). */
    private static CrmFailure failure(Answer answer) {
        if (answer.status() == LIMITED) {
            var pause = answer.retryAfter().orElse(LEASE);
            return new CrmFailure(
                    Kind.WAIT, "The CRM limits requests for tokens", new Details("", null, null, pause, null));
        }
        if (!REFUSED.contains(answer.status())) {
            return new CrmFailure(Kind.RETRY, "The CRM gave no access token", Details.NONE);
        }
        var body = answer.body();
        var code = body.path("error").asText(body.path("status").asText(""));
        return new Refusal(
                        body.path("error_description")
                                .asText(body.path("message").asText("")),
                        code,
                        null)
                .failure(Kind.STOP, "The CRM refused the credentials", null, null, null);
    }
}
