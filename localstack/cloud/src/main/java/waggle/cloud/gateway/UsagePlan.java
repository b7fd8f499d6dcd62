package waggle.cloud.gateway;

import io.github.bucket4j.Bucket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import waggle.model.Limits;
import waggle.model.gateway.GatewayReply;

/**
 * How often a key may call. A key's bucket is filled anew a minute after it was first used, so that no minute of a
 * client's own sees more than the contract's number; API Gateway fills it drop by drop and is a little more generous.
 */
final class UsagePlan {
    private final int rate;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param rate requests a minute for each key */
    UsagePlan(int rate) {
        this.rate = rate;
    }

    /** @throws Refusal when the key has used up its requests, with the time after which it has new ones */
    void count(String key) {
        var probe = buckets.computeIfAbsent(key, unused -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var wait = Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1));
            throw new Refusal(GatewayReply.THROTTLED, Map.of("Retry-After", Long.toString(wait)));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate).refillIntervally(rate, Limits.RATE_WINDOW))
                .build();
    }
}
