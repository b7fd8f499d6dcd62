package waggle.cloud.gateway;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import waggle.model.Limits;
import waggle.model.gateway.GatewayReply;

/**
 * Which keys may call, and how often. A key's bucket is filled anew a minute after it was first used, so that no minute of
 * a client's own sees more than the contract's number; API Gateway fills it drop by drop and is a little more generous.
 */
final class UsagePlan {
    private final int rate;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param rate requests a minute for each key */
    UsagePlan(int rate, Clock clock) {
        this.rate = rate;
        this.clock = clock;
    }

    /**
     * Lets a key in.
     *
     * @param key its value
     * @return false when it was in already
     */
    boolean add(String key) {
        return buckets.putIfAbsent(key, bucket()) == null;
    }

    void remove(String key) {
        buckets.remove(key);
    }

    /** @throws Refusal when the key is not in the plan; or has used up its requests, with the time until there are new ones */
    void count(String key) {
        var bucket = Optional.ofNullable(buckets.get(key)).orElseThrow(() -> new Refusal(GatewayReply.INVALID_API_KEY));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var wait = Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1));
            throw new Refusal(GatewayReply.THROTTLED, Map.of("Retry-After", Long.toString(wait)));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(new Time(clock))
                .addLimit(limit -> limit.capacity(rate).refillIntervally(rate, Limits.RATE_WINDOW))
                .build();
    }

    private record Time(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
