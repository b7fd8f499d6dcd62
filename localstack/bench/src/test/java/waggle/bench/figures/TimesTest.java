package waggle.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class TimesTest {

    @Test
    void median_oddNumber_isTheMiddleOne() {
        assertThat(milliseconds(9, 1, 4).median()).isEqualTo(4);
    }

    @Test
    void median_evenNumber_isBetweenTheMiddleTwo() {
        assertThat(milliseconds(9, 1, 4, 5).median()).isEqualTo(4.5);
    }

    @Test
    void percentile_hundredTimes_leavesOneAbove() {
        assertThat(milliseconds(LongStream.rangeClosed(1, 100).toArray()).percentile(99))
                .isEqualTo(99);
    }

    @Test
    void lowestAndHighest_areThoseOfAll() {
        assertThat(List.of(milliseconds(9, 1, 4).lowest(), milliseconds(9, 1, 4).highest()))
                .containsExactly(1.0, 9.0);
    }

    private static Times milliseconds(long... values) {
        return new Times(LongStream.of(values)
                .map(TimeUnit.MILLISECONDS::toNanos)
                .boxed()
                .toList());
    }
}
