package waggle.infra;

import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Log groups that end: a group that AWS makes by itself is kept for ever. */
final class Logs {
    private Logs() {}

    static LogGroup.Builder group(Construct scope, String id, Environment environment) {
        return LogGroup.Builder.create(scope, id)
                .retention(environment.logRetention())
                .removalPolicy(environment.removalPolicy());
    }
}
