package waggle.cloud.gateway;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import waggle.cloud.lambda.Lambda;
import waggle.cloud.lambda.LambdaFailure;
import waggle.model.Limits;
import waggle.model.json.Json;
import waggle.model.keys.KeySecret;
import waggle.platform.gateway.GatewayReply;

/**
 * The Lambda authorizer of type TOKEN with its cache. The cache key is the authorization header; errors are not cached. The
 * gateway itself refuses a header that does not match the validation expression.
 */
final class Authorizer {
    private static final Predicate<String> VALIDATION =
            Pattern.compile(KeySecret.AUTHORIZATION).asMatchPredicate();

    private final Lambda function;
    private final Clock clock;
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();

    Authorizer(Lambda function, Clock clock) {
        this.function = function;
        this.clock = clock;
    }

    private record Cached(Authorization authorization, Instant expiresAt) {}

    /**
     * Returns the authorization of a request, from the cache if possible.
     *
     * @throws Refusal if the authorization header is missing or malformed, or the authorizer returns {@code Unauthorized}
     *     or fails
     */
    Authorization authorize(Request request) {
        // RFC 9110 §5.3: several fields of one name are one list.
        var token = String.join(",", request.header("Authorization"));
        if (!VALIDATION.test(token)) {
            throw new Refusal(GatewayReply.UNAUTHORIZED);
        }
        var now = clock.instant();
        cache.values().removeIf(cached -> !cached.expiresAt().isAfter(now));
        var cached = cache.get(token);
        if (cached != null) {
            return cached.authorization();
        }
        var authorization = invoke(request, token);
        cache.put(token, new Cached(authorization, now.plus(Limits.AUTHORIZER_CACHE)));
        return authorization;
    }

    private Authorization invoke(Request request, String token) {
        try {
            return new Authorization(Json.mapper().readTree(function.invoke(GatewayEvents.authorizer(request, token))));
        } catch (LambdaFailure e) {
            throw new Refusal(
                    "Unauthorized".equals(e.getMessage())
                            ? GatewayReply.UNAUTHORIZED
                            : GatewayReply.AUTHORIZER_FAILURE);
        } catch (IOException e) {
            throw new Refusal(GatewayReply.AUTHORIZER_CONFIGURATION_ERROR);
        }
    }
}
