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
import waggle.model.gateway.GatewayReply;
import waggle.model.json.Json;

/** The Lambda authorizer with its cache, whose key is the header and the verb; only policies are cached. */
final class Authorizer {
    private final Lambda function;
    private final Clock clock;
    private final Map<List<String>, Cached> cache = new ConcurrentHashMap<>();

    Authorizer(Lambda function, Clock clock) {
        this.function = function;
        this.clock = clock;
    }

    private record Cached(Authorization authorization, Instant until) {}

    /** @throws Refusal when the authorizer knows no such key, or fails */
    Authorization authorize(Request request, Routes.Route route) {
        var header = request.header("Authorization");
        if (header.isEmpty() || header.getFirst().isBlank()) {
            throw new Refusal(GatewayReply.UNAUTHORIZED);
        }
        var now = clock.instant();
        cache.values().removeIf(cached -> !cached.until().isAfter(now));
        var source = List.of(request.method(), String.join(",", header));
        var cached = cache.get(source);
        if (cached != null) {
            return cached.authorization();
        }
        var authorization = invoke(request, route);
        cache.put(source, new Cached(authorization, now.plus(Limits.AUTHORIZER_CACHE)));
        return authorization;
    }

    private Authorization invoke(Request request, Routes.Route route) {
        try {
            return new Authorization(Json.mapper().readTree(function.invoke(Events.authorizer(request, route))));
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
