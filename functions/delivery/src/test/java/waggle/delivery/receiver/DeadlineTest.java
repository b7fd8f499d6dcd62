package waggle.delivery.receiver;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void deadline_whoseConnectionIsReleasedAtTheSameMoment_isATimeoutAsWell() {
        var never = new CountDownLatch(1);

        assertThatThrownBy(() -> new Deadline(Duration.ofMillis(1))
                        .within(
                                () -> {
                                    never.await();
                                    return null;
                                },
                                () -> {
                                    throw new IllegalStateException("Pool entry is not present");
                                }))
                .isInstanceOf(TimeoutException.class);
        never.countDown();
    }
}
