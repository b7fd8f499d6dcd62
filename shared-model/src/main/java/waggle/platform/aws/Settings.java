package waggle.platform.aws;

import java.net.URI;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a function that uses the table.
 *
 * @param region AWS region, as Lambda names it
 * @param table name of the table
 * @param dynamoDbEndpoint only in a local cloud
 */
public record Settings(
        String region, String table, @Nullable URI dynamoDbEndpoint) {
    public static final String REGION = "AWS_REGION";
    public static final String TABLE = "WAGGLE_TABLE";

    /** The address of the status page, which the sweeper asks each minute. */
    public static final String STATUS_URL = "WAGGLE_STATUS_URL";

    public static final String DYNAMODB_ENDPOINT = "AWS_ENDPOINT_URL_DYNAMODB";

    /**
     * Reads the environment variables of a function.
     *
     * @throws NullPointerException when a required variable is missing
     */
    public static Settings from(UnaryOperator<@Nullable String> environment) {
        var endpoint = environment.apply(DYNAMODB_ENDPOINT);
        return new Settings(
                required(environment, REGION),
                required(environment, TABLE),
                endpoint == null ? null : URI.create(endpoint));
    }

    static String required(UnaryOperator<@Nullable String> environment, String name) {
        return Objects.requireNonNull(environment.apply(name), () -> "environment variable " + name + " is missing");
    }
}
