package waggle.cloud.pumps;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import waggle.cloud.lambda.Lambda;

/** Calls a function every now and then. */
public final class SchedulePump {
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private SchedulePump() {}

    /** Begins to call. */
    public static Pump start(String name, Lambda function, Duration every) {
        return Pump.start(name, () -> {
            function.invoke(NOTHING);
            return every;
        });
    }
}
