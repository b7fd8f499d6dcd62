package waggle.platform.aws;

import java.net.URI;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a function finds its cloud.
 *
 * @param region AWS region, as Lambda names it
 * @param table the table's name
 * @param dynamoDbEndpoint only for a cloud that is not AWS
 */
public record Settings(
        String region, String table, @Nullable URI dynamoDbEndpoint) {
    public static final String REGION = "AWS_REGION";
    public static final String TABLE = "WAGGLE_TABLE";
    public static final String DYNAMODB_ENDPOINT = "AWS_ENDPOINT_URL_DYNAMODB";

    /** Reads a function's environment variables; a missing one is a mistake of the deployment. */
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
