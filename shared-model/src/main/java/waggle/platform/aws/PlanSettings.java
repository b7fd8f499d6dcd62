package waggle.platform.aws;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a function finds the usage plan.
 *
 * @param region AWS region, as Lambda names it
 * @param usagePlan its id
 * @param endpoint of API Gateway's own API; only for a cloud that is not AWS
 */
public record PlanSettings(
        String region, String usagePlan, @Nullable URI endpoint) {
    public static final String USAGE_PLAN = "WAGGLE_USAGE_PLAN";
    public static final String ENDPOINT = "AWS_ENDPOINT_URL_API_GATEWAY";

    /** Reads a function's environment variables; a missing one is a mistake of the deployment. */
    public static PlanSettings from(UnaryOperator<@Nullable String> environment) {
        var endpoint = environment.apply(ENDPOINT);
        return new PlanSettings(
                Settings.required(environment, Settings.REGION),
                Settings.required(environment, USAGE_PLAN),
                endpoint == null ? null : URI.create(endpoint));
    }
}
