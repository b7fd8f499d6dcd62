package waggle.infra;

import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.ThrottleSettings;
import software.amazon.awscdk.services.apigateway.UsagePlanPerApiStage;
import software.amazon.awscdk.services.apigateway.UsagePlanProps;
import waggle.model.Limits;

/** The rate limit of every API key. */
final class UsagePlan {
    private UsagePlan() {}

    /** Adds the plan to an API and answers its id; the keys join it when they are made. */
    static String addTo(RestApi api, Environment environment) {
        var plan = api.addUsagePlan(
                "UsagePlan",
                UsagePlanProps.builder()
                        .name(environment.nameOf("default"))
                        .throttle(throttle())
                        .build());
        plan.addApiStage(UsagePlanPerApiStage.builder()
                .api(api)
                .stage(api.getDeploymentStage())
                .build());
        return plan.getUsagePlanId();
    }

    /** A bucket that holds a window's requests and fills evenly over the window. */
    private static ThrottleSettings throttle() {
        return ThrottleSettings.builder()
                .burstLimit(Limits.RATE)
                .rateLimit((double) Limits.RATE / Limits.RATE_WINDOW.toSeconds())
                .build();
    }
}
