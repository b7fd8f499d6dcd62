package waggle.infra.environment;

import java.util.Optional;
import software.constructs.Construct;

/**
 * What an operator can choose with {@code -c name=value}, or in {@code cdk.json} under {@code context}. With the
 * environment before the name, as in {@code prod:name}, the value holds for that environment only.
 */
public enum Option {
    /** The address that alarms write to. */
    ALARM_EMAIL("alarmEmail"),
    /** US dollars a month. Above them, AWS writes to {@link #ALARM_EMAIL}. */
    BUDGET("monthlyBudget"),
    /** The limit of the AWS account for concurrent executions of functions. */
    CONCURRENCY("concurrency"),
    /** {@code on} or {@code off}: whether a web ACL limits the requests of one address. */
    WEB_ACL("webAcl"),
    /** A table that this stack did not create, such as a restored one. */
    TABLE_NAME("tableName"),
    /** The stream of {@link #TABLE_NAME}. */
    TABLE_STREAM("tableStreamArn"),
    /** The host name of the API. */
    DOMAIN("domainName"),
    /** The certificate of {@link #DOMAIN}. */
    CERTIFICATE("certificateArn"),
    /** A backup vault in another region, which gets a copy of each daily backup. */
    BACKUP_VAULT("backupVaultArn");

    private final String key;

    Option(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** The operator's value, or empty. */
    public Optional<String> of(Construct scope, Environment environment) {
        return value(scope, environment.id() + ":" + key).or(() -> value(scope, key));
    }

    /** The operator's value, which another option requires. */
    public String required(Construct scope, Environment environment) {
        return of(scope, environment)
                .orElseThrow(() -> new IllegalArgumentException(key + " is missing: add -c " + key + "=…"));
    }

    private static Optional<String> value(Construct scope, String name) {
        return Optional.ofNullable(scope.getNode().tryGetContext(name)).map(Object::toString);
    }
}
