package waggle.infra.events;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.constructs.Construct;
import waggle.infra.function.JavaFunction;
import waggle.platform.aws.QueueFacts;

/** A schedule that calls a function every minute. */
final class EveryMinute {
    private static final Duration MINUTE = Duration.seconds(QueueFacts.SWEEP_INTERVAL.toSeconds());

    private EveryMinute() {}

    /** Calls the function without retries by EventBridge or Lambda, because the next call follows within a minute. */
    static void call(Construct scope, String name, JavaFunction function) {
        function.alias()
                .configureAsyncInvoke(EventInvokeConfigOptions.builder()
                        .retryAttempts(0)
                        .maxEventAge(MINUTE)
                        .build());
        Rule.Builder.create(scope, "EveryMinute")
                .ruleName(name)
                .schedule(Schedule.rate(MINUTE))
                .targets(List.of(LambdaFunction.Builder.create(function.alias())
                        .retryAttempts(0)
                        .maxEventAge(MINUTE)
                        .build()))
                .build();
    }
}
