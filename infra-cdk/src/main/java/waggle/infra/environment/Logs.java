package waggle.infra.environment;

import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Log groups with a retention period. A group that AWS creates by itself has none. */
public final class Logs {
    private Logs() {}

    public static LogGroup.Builder group(Construct scope, String id, Environment environment) {
        return LogGroup.Builder.create(scope, id)
                .retention(environment.logRetention())
                .removalPolicy(environment.removalPolicy());
    }
}
