package waggle.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetryScheduleTest {
    private static final RandomGenerator LEAST = () -> 0L;
    private static final RandomGenerator MOST = () -> -1L;
    private static final int SAMPLES = 200;

    private final RetrySchedule schedule = new RetrySchedule(LEAST);

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "1, PT5S",
        "2, PT5M",
        "3, PT30M",
        "4, PT2H",
        "5, PT5H",
        "6, PT10H",
        "7, PT14H",
        "8, PT20H",
        "9, PT24H"
    })
    void attempt_withoutJitter_followsTheSchedule(int attemptsMade, Duration wait) {
        assertThat(schedule.next(attemptsMade, null)).contains(wait);
    }

    @Test
    void attempt_afterTheLast_isEmpty() {
        assertThat(schedule.next(10, null)).isEmpty();
        assertThat(schedule.next(10, Duration.ofHours(1))).isEmpty();
        assertThat(schedule.next(11, null)).isEmpty();
    }

    @Test
    void schedule_inTotal_isAbout75Hours() {
        assertThat(total(schedule)).isEqualTo(Duration.parse("PT75H35M5S"));
        assertThat(total(new RetrySchedule(MOST))).isBetween(Duration.ofHours(83), Duration.parse("PT83H8M36S"));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void wait_withRandomJitter_isUpToATenthLonger(int attemptsMade) {
        var seed = new Random().nextLong();
        var jittered = new RetrySchedule(new Random(seed));
        var scheduled = schedule.next(attemptsMade, null).orElseThrow();

        for (var i = 0; i < SAMPLES; i++) {
            assertThat(jittered.next(attemptsMade, null).orElseThrow())
                    .as("seed %d", seed)
                    .isBetween(scheduled, scheduled.plus(scheduled.dividedBy(10)));
        }
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void wait_withRandomRetryAfter_isBetweenTheScheduledAndTwiceThat(int attemptsMade) {
        var seed = new Random().nextLong();
        var scheduled = schedule.next(attemptsMade, null).orElseThrow();

        new Random(seed).longs(SAMPLES, 0, 200_000).forEach(seconds -> assertThat(
                        schedule.next(attemptsMade, Duration.ofSeconds(seconds)).orElseThrow())
                .as("seed %d, Retry-After %d", seed, seconds)
                .isBetween(scheduled, scheduled.multipliedBy(2)));
    }

    static IntStream attempts() {
        return IntStream.range(0, 10);
    }

    @ParameterizedTest
    @CsvSource({"PT1M, PT5M", "PT7M, PT7M", "PT10M, PT10M", "PT11M, PT10M", "PT2540400H, PT10M"})
    void wait_withRetryAfter_isAtMostTwiceTheScheduled(Duration retryAfter, Duration wait) {
        assertThat(schedule.next(2, retryAfter)).contains(wait);
    }

    @Test
    void wait_withRetryAfterAndJitter_isTheLongerOne() {
        var late = new RetrySchedule(MOST);

        assertThat(late.next(2, Duration.ofSeconds(301))).isEqualTo(late.next(2, null));
        assertThat(late.next(2, Duration.ofMinutes(6))).contains(Duration.ofMinutes(6));
    }

    @Test
    void quickAttempts_areTheFirstTwo() {
        assertThat(IntStream.range(0, 11).filter(schedule::isQuick)).containsExactly(0, 1);
    }

    @Test
    void schedule_withOtherWaits_followsThem() {
        var brief = new RetrySchedule(List.of(Duration.ZERO, Duration.ofMillis(20)), LEAST);

        assertThat(brief.next(1, null)).contains(Duration.ofMillis(20));
        assertThat(brief.next(2, null)).isEmpty();
    }

    private static Duration total(RetrySchedule schedule) {
        return IntStream.range(0, 10)
                .mapToObj(attemptsMade -> schedule.next(attemptsMade, null).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
