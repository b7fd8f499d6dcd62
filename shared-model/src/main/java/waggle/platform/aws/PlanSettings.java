package waggle.platform.aws;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a function that uses the usage plan.
 *
 * @param region AWS region, as Lambda names it
 * @param usagePlan id of the usage plan
 * @param endpoint of the control API of API Gateway; only in a local cloud
 */
public record PlanSettings(
        String region, String usagePlan, @Nullable URI endpoint) {
    public static final String USAGE_PLAN = "WAGGLE_USAGE_PLAN";
    public static final String ENDPOINT = "AWS_ENDPOINT_URL_API_GATEWAY";

    /**
     * Reads the environment variables of a function.
     *
     * @throws NullPointerException when a required variable is missing
     */
    public static PlanSettings from(UnaryOperator<@Nullable String> environment) {
        var endpoint = environment.apply(ENDPOINT);
        return new PlanSettings(
                Settings.required(environment, Settings.REGION),
                Settings.required(environment, USAGE_PLAN),
                endpoint == null ? null : URI.create(endpoint));
    }
}
