package waggle.infra.environment;

import java.util.Locale;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;
import waggle.platform.aws.Deployment;

/** The environments, and their differences. */
public enum Environment {
    DEV(RemovalPolicy.DESTROY, RetentionDays.ONE_WEEK),
    STAGING(RemovalPolicy.DESTROY, RetentionDays.ONE_MONTH),
    PROD(RemovalPolicy.RETAIN, RetentionDays.THREE_MONTHS);

    private final RemovalPolicy removalPolicy;
    private final RetentionDays logRetention;

    Environment(RemovalPolicy removalPolicy, RetentionDays logRetention) {
        this.removalPolicy = removalPolicy;
        this.logRetention = logRetention;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String stackName() {
        return Deployment.stackName(id());
    }

    /** The name of a resource that has an explicit name. */
    public String nameOf(String resource) {
        return "waggle-" + id() + "-" + resource;
    }

    /** The removal policy of data and logs. */
    public RemovalPolicy removalPolicy() {
        return removalPolicy;
    }

    /** Whether an operator must switch off protection before a deletion. */
    public boolean isProtected() {
        return removalPolicy == RemovalPolicy.RETAIN;
    }

    RetentionDays logRetention() {
        return logRetention;
    }
}
