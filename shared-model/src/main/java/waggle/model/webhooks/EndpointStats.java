package waggle.model.webhooks;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a webhook endpoint, hour by hour (docs/api.md, "Deliveries").
 *
 * @param complete whether these are all calls; otherwise those of the newest 2,000 deliveries
 * @param hours the oldest first, those without calls included; the last one is the present hour
 */
public record EndpointStats(
        boolean complete,
        @Size(max = EndpointStats.MOST_HOURS) List<Hour> hours) {
    /** The most hours of one reply: a week. */
    public static final int MOST_HOURS = 168;

    /**
     * The calls that began in one hour.
     *
     * @param start the beginning of the hour
     * @param succeeded the calls with a reply that means success
     * @param failed the other calls
     * @param retried the calls among both that were not the first of their delivery
     * @param p50Ms the milliseconds within which half of the calls ended; null without calls
     * @param p95Ms the milliseconds within which 95 of 100 calls ended; null without calls
     */
    public record Hour(
            Instant start,
            @Min(0) long succeeded,
            @Min(0) long failed,
            @Min(0) long retried,
            @Nullable @Min(0) Long p50Ms,
            @Nullable @Min(0) Long p95Ms) {}

    /** A call, and whether it is not the first of its delivery. */
    private record Call(Attempt attempt, boolean isRetry) {}

    /**
     * Counts calls.
     *
     * @param hours up to the present one
     */
    static EndpointStats of(Stream<Delivery> deliveries, boolean isComplete, Instant now, int hours) {
        var byHour = new TreeMap<Instant, List<Call>>();
        var last = now.truncatedTo(ChronoUnit.HOURS);
        LongStream.range(0, hours).forEach(i -> byHour.put(last.minus(i, ChronoUnit.HOURS), new ArrayList<>()));
        deliveries.forEach(delivery -> {
            var attempts = delivery.attempts();
            for (var i = 0; i < attempts.size(); i++) {
                var of = byHour.get(attempts.get(i).attemptedAt().truncatedTo(ChronoUnit.HOURS));
                if (of != null) {
                    of.add(new Call(attempts.get(i), i > 0));
                }
            }
        });
        return new EndpointStats(
                isComplete,
                byHour.entrySet().stream()
                        .map(hour -> hour(hour.getKey(), hour.getValue()))
                        .toList());
    }

    private static Hour hour(Instant start, List<Call> calls) {
        var succeeded =
                calls.stream().filter(call -> call.attempt().error() == null).count();
        var latencies =
                calls.stream().map(call -> call.attempt().latencyMs()).sorted().toList();
        return new Hour(
                start,
                succeeded,
                calls.size() - succeeded,
                calls.stream().filter(Call::isRetry).count(),
                percentile(latencies, 50),
                percentile(latencies, 95));
    }

    /** The nearest rank. */
    private static @Nullable Long percentile(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? null : sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
    }
}
