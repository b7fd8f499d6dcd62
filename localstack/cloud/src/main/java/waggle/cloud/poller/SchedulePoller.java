package waggle.cloud.poller;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import waggle.cloud.lambda.Lambda;

/** Invokes a function at a fixed interval, as an EventBridge schedule does. */
public final class SchedulePoller {
    private static final byte[] EMPTY_EVENT = "{}".getBytes(StandardCharsets.UTF_8);

    private SchedulePoller() {}

    /** Starts with an invocation at once. The interval begins when an invocation ends. */
    public static Poller start(String name, Lambda function, Duration interval) {
        return Poller.start(name, () -> {
            function.invoke(EMPTY_EVENT);
            return interval;
        });
    }
}
