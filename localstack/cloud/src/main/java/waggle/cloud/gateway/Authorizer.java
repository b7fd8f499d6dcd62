package waggle.cloud.gateway;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import waggle.cloud.lambda.Lambda;
import waggle.cloud.lambda.LambdaFailure;
import waggle.model.Limits;
import waggle.model.json.Json;
import waggle.platform.gateway.GatewayReply;

/** The Lambda authorizer with its cache. The cache key is the authorization header and the method; errors are not cached. */
final class Authorizer {
    private final Lambda function;
    private final Clock clock;
    private final Map<List<String>, Cached> cache = new ConcurrentHashMap<>();

    Authorizer(Lambda function, Clock clock) {
        this.function = function;
        this.clock = clock;
    }

    private record Cached(Authorization authorization, Instant expiresAt) {}

    /**
     * Returns the authorization of a request, from the cache if possible.
     *
     * @throws Refusal if the authorization header is missing, or the authorizer returns {@code Unauthorized} or fails
     */
    Authorization authorize(Request request, Routes.Route route) {
        var header = request.header("Authorization");
        if (header.isEmpty() || header.getFirst().isBlank()) {
            throw new Refusal(GatewayReply.UNAUTHORIZED);
        }
        var now = clock.instant();
        cache.values().removeIf(cached -> !cached.expiresAt().isAfter(now));
        var cacheKey = List.of(request.method(), String.join(",", header));
        var cached = cache.get(cacheKey);
        if (cached != null) {
            return cached.authorization();
        }
        var authorization = invoke(request, route);
        cache.put(cacheKey, new Cached(authorization, now.plus(Limits.AUTHORIZER_CACHE)));
        return authorization;
    }

    private Authorization invoke(Request request, Routes.Route route) {
        try {
            return new Authorization(Json.mapper().readTree(function.invoke(GatewayEvents.authorizer(request, route))));
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
