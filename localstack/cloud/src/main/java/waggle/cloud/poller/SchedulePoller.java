package waggle.cloud.poller;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import waggle.cloud.lambda.Lambda;

/** Invokes a function at a fixed interval, as an EventBridge schedule does. */
public final class SchedulePoller {
    private static final byte[] EMPTY_EVENT = "{}".getBytes(StandardCharsets.UTF_8);

    private SchedulePoller() {}

    /** Starts with an invocation at once. The interval begins with an invocation; a longer one delays the next. */
    public static Poller start(String name, Lambda function, Duration interval) {
        return Poller.start(name, () -> {
            var begun = System.nanoTime();
            function.invoke(EMPTY_EVENT);
            var rest = interval.minusNanos(System.nanoTime() - begun);
            return rest.isNegative() ? Duration.ZERO : rest;
        });
    }
}
