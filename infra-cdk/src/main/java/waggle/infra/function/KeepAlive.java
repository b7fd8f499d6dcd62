package waggle.infra.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.IRuleTarget;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.constructs.Construct;
import waggle.model.json.Json;
import waggle.platform.aws.KeepAliveEvent;

/**
 * Calls functions every week. Lambda deactivates a version with SnapStart after 14 days without a call, and its next
 * callers get errors until it has a new snapshot (AWS Lambda Developer Guide, "Troubleshooting SnapStart errors").
 */
public final class KeepAlive extends Construct {
    private static final Duration WEEK = Duration.days(7);

    /** The most targets of a rule (Amazon EventBridge User Guide, "Quotas"). */
    private static final int TARGETS = 5;

    public KeepAlive(Construct scope, List<JavaFunction> functions) {
        super(scope, "KeepAlive");
        for (var first = 0; first < functions.size(); first += TARGETS) {
            var some = functions.subList(first, Math.min(first + TARGETS, functions.size()));
            Rule.Builder.create(this, "Week" + first / TARGETS)
                    .description("Keeps the snapshots of functions that nobody calls")
                    .schedule(Schedule.rate(WEEK))
                    .targets(targets(some))
                    .build();
        }
    }

    private static List<IRuleTarget> targets(List<JavaFunction> functions) {
        var event = RuleTargetInput.fromObject(Json.parse(KeepAliveEvent.EVENT, Map.class));
        var targets = new ArrayList<IRuleTarget>();
        for (var function : functions) {
            targets.add(LambdaFunction.Builder.create(function.alias())
                    .event(event)
                    .retryAttempts(0)
                    .build());
        }
        return targets;
    }
}
