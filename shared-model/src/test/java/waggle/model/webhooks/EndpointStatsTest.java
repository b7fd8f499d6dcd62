package waggle.model.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import waggle.model.Uuids;

class EndpointStatsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T15:30:00Z");

    private static Attempt attempt(Instant at, long latency, @Nullable String error) {
        return new Attempt(at, error == null ? 200 : 500, latency, error, "");
    }

    private static Delivery delivery(List<Attempt> attempts) {
        return new Delivery(
                Uuids.next(),
                Uuids.next(),
                "tag.created",
                Uuids.next(),
                Delivery.Status.SUCCEEDED,
                attempts,
                NOW,
                null);
    }

    @Test
    void calls_areCountedInTheHourInWhichTheyBegan() {
        var hourBefore = NOW.minus(Duration.ofHours(1));
        var repeated = delivery(List.of(attempt(hourBefore, 900, "status 500"), attempt(NOW, 100, null)));
        var others = IntStream.rangeClosed(1, 19).mapToObj(i -> delivery(List.of(attempt(NOW, 100 + i, null))));
        var old = delivery(List.of(attempt(NOW.minus(Duration.ofHours(2)), 1, null)));

        var stats = EndpointStats.of(Stream.concat(others, Stream.of(repeated, old)), true, NOW, 2);

        assertThat(stats.hours())
                .containsExactly(
                        new EndpointStats.Hour(Instant.parse("2026-11-26T14:00:00Z"), 0, 1, 0, 900L, 900L),
                        new EndpointStats.Hour(Instant.parse("2026-11-26T15:00:00Z"), 20, 0, 1, 109L, 118L));
    }

    @Test
    void hourWithoutCalls_hasNoLatency() {
        assertThat(EndpointStats.of(Stream.of(), false, NOW, 1).hours())
                .containsExactly(new EndpointStats.Hour(Instant.parse("2026-11-26T15:00:00Z"), 0, 0, 0, null, null));
    }
}
