package waggle.infra.api;

import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.ThrottleSettings;
import software.amazon.awscdk.services.apigateway.UsagePlanPerApiStage;
import software.amazon.awscdk.services.apigateway.UsagePlanProps;
import software.amazon.awscdk.services.iam.PolicyStatement;
import waggle.infra.environment.Environment;
import waggle.infra.function.FunctionRole;
import waggle.infra.function.JavaFunction;
import waggle.model.Limits;
import waggle.platform.aws.PlanSettings;

/**
 * The rate limit of every API key.
 *
 * @param id the id of the plan
 */
public record UsagePlan(String id) {
    private static final String GATEWAY = "arn:" + Aws.PARTITION + ":apigateway:" + Aws.REGION + "::";

    /** Adds the plan to an API. The function {@code account} adds each new key to it. */
    public static UsagePlan addTo(RestApi api, Environment environment) {
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
        return new UsagePlan(plan.getUsagePlanId());
    }

    /** Lets a function create keys, add them to this plan, and delete them. */
    public void letAdmitKeys(JavaFunction function) {
        function.setVariable(PlanSettings.USAGE_PLAN, id);
        allow(function.role(), GATEWAY + "/apikeys", "apigateway:GET", "apigateway:POST");
        allow(function.role(), GATEWAY + "/apikeys/*", "apigateway:DELETE");
        allow(function.role(), GATEWAY + "/usageplans/" + id + "/keys", "apigateway:POST");
        function.role().acceptWildcard("The gateway chooses the ids of keys", "/::\\/apikeys\\/\\*$/");
    }

    private static void allow(FunctionRole role, String resource, String... actions) {
        role.allow(PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of(resource))
                .build());
    }

    /** A token bucket with the requests of one window, which refills evenly over the window. */
    private static ThrottleSettings throttle() {
        return ThrottleSettings.builder()
                .burstLimit(Limits.RATE)
                .rateLimit((double) Limits.RATE / Limits.RATE_WINDOW.toSeconds())
                .build();
    }
}
