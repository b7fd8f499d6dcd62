package waggle.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private static final RandomGenerator LEAST = () -> 0L;
    private static final RandomGenerator MOST = () -> -1L;

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
    void attempt_withoutJitter_isAsScheduled(int attemptsMade, Duration wait) {
        assertThat(schedule.next(attemptsMade, null)).contains(wait);
    }

    @Test
    void attempt_afterTheLast_isNone() {
        assertThat(schedule.next(10, null)).isEmpty();
        assertThat(schedule.next(10, Duration.ofHours(1))).isEmpty();
        assertThat(schedule.next(11, null)).isEmpty();
    }

    @Test
    void schedule_inAll_isSome75Hours() {
        assertThat(inAll(schedule)).isEqualTo(Duration.parse("PT75H35M5S"));
        assertThat(inAll(new RetrySchedule(MOST))).isBetween(Duration.ofHours(83), Duration.parse("PT83H8M36S"));
    }

    @Property
    void wait_withAnyJitter_isUpToATenthLonger(@ForAll @IntRange(max = 9) int attemptsMade, @ForAll long seed) {
        var scheduled = schedule.next(attemptsMade, null).orElseThrow();

        var wait = new RetrySchedule(new Random(seed)).next(attemptsMade, null).orElseThrow();

        assertThat(wait).isBetween(scheduled, scheduled.plus(scheduled.dividedBy(10)));
    }

    @Property
    void wait_withAnyRetryAfter_isNeitherShorterNorTwiceAsLong(
            @ForAll @IntRange(max = 9) int attemptsMade, @ForAll @LongRange(max = 1_000_000_000_000L) long seconds) {
        var scheduled = schedule.next(attemptsMade, null).orElseThrow();

        var wait = schedule.next(attemptsMade, Duration.ofSeconds(seconds)).orElseThrow();

        assertThat(wait).isBetween(scheduled, scheduled.multipliedBy(2));
    }

    @ParameterizedTest
    @CsvSource({"PT1M, PT5M", "PT7M, PT7M", "PT10M, PT10M", "PT11M, PT10M", "PT2540400H, PT10M"})
    void wait_withRetryAfter_isKeptToUpToTwiceTheScheduled(Duration retryAfter, Duration wait) {
        assertThat(schedule.next(2, retryAfter)).contains(wait);
    }

    @Test
    void wait_withRetryAfterAndJitter_isTheLonger() {
        var late = new RetrySchedule(MOST);

        assertThat(late.next(2, Duration.ofSeconds(301))).isEqualTo(late.next(2, null));
        assertThat(late.next(2, Duration.ofMinutes(6))).contains(Duration.ofMinutes(6));
    }

    @Test
    void quickAttempts_areTheFirstTwo() {
        assertThat(IntStream.range(0, 11).filter(schedule::isQuick)).containsExactly(0, 1);
    }

    @Test
    void schedule_ofOnesOwn_isKeptTo() {
        var brief = new RetrySchedule(List.of(Duration.ZERO, Duration.ofMillis(20)), LEAST);

        assertThat(brief.next(1, null)).contains(Duration.ofMillis(20));
        assertThat(brief.next(2, null)).isEmpty();
    }

    private static Duration inAll(RetrySchedule schedule) {
        return IntStream.range(0, 10)
                .mapToObj(attemptsMade -> schedule.next(attemptsMade, null).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
