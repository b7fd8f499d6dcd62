package waggle.infra;

import java.util.Locale;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;
import waggle.platform.aws.Deployment;

/** Where Waggle is deployed, and what differs there. */
enum Environment {
    DEV(RemovalPolicy.DESTROY, RetentionDays.ONE_WEEK),
    STAGING(RemovalPolicy.DESTROY, RetentionDays.ONE_MONTH),
    PROD(RemovalPolicy.RETAIN, RetentionDays.THREE_MONTHS);

    private final RemovalPolicy removalPolicy;
    private final RetentionDays logRetention;

    Environment(RemovalPolicy removalPolicy, RetentionDays logRetention) {
        this.removalPolicy = removalPolicy;
        this.logRetention = logRetention;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String stackName() {
        return Deployment.stackName(id());
    }

    /** The name of a resource that people meet by name. */
    String nameOf(String resource) {
        return "waggle-" + id() + "-" + resource;
    }

    /** What becomes of data and logs when the stack is deleted. */
    RemovalPolicy removalPolicy() {
        return removalPolicy;
    }

    /** Whether a deletion must be asked for twice: protection off first, then the deletion itself. */
    boolean isProtected() {
        return removalPolicy == RemovalPolicy.RETAIN;
    }

    RetentionDays logRetention() {
        return logRetention;
    }
}
