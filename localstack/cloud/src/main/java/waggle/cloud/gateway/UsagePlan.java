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
import waggle.platform.gateway.GatewayReply;

/**
 * The keys that may send requests, and a token bucket for each. A bucket refills all at once, a minute after its first
 * request, so that a client never gets more requests per minute than the documented rate. API Gateway refills continuously
 * and allows slightly more.
 */
final class UsagePlan {
    private final int rate;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param rate requests per minute and key */
    UsagePlan(int rate, Clock clock) {
        this.rate = rate;
        this.clock = clock;
    }

    /**
     * Adds a key with a full bucket.
     *
     * @param key the value of the key
     * @return false if the plan already has the key
     */
    boolean add(String key) {
        return buckets.putIfAbsent(key, bucket()) == null;
    }

    boolean has(String key) {
        return buckets.containsKey(key);
    }

    void remove(String key) {
        buckets.remove(key);
    }

    /**
     * Counts a request.
     *
     * @throws Refusal if the plan does not have the key, or the bucket is empty; then with {@code Retry-After}
     */
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
                .withCustomTimePrecision(new ClockMeter(clock))
                .addLimit(limit -> limit.capacity(rate).refillIntervally(rate, Limits.RATE_WINDOW))
                .build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {
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
