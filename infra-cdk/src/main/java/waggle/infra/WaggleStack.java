package waggle.infra;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;
import waggle.infra.api.Api;
import waggle.infra.api.Authorizer;
import waggle.infra.api.Functions;
import waggle.infra.api.GatewayResponses;
import waggle.infra.api.Routes;
import waggle.infra.api.UsagePlan;
import waggle.infra.environment.Environment;
import waggle.infra.events.EventPipeline;
import waggle.infra.function.FunctionJars;
import waggle.infra.table.Table;
import waggle.model.catalogue.ResourceGroup;

/** All resources of one environment. */
final class WaggleStack extends Stack {

    WaggleStack(Construct scope, Environment environment, FunctionJars jars) {
        super(scope, environment.stackName(), properties(environment));

        var table = new Table(this, environment);
        var functions = new Functions(this, environment, jars, table);
        var api = new Api(this, environment).rest();
        var routes = new Routes(api, new Authorizer(this, functions.authorizer()).authorizer());
        for (var group : ResourceGroup.values()) {
            if (group != ResourceGroup.ACCOUNT) {
                routes.add(group, functions.of(group).alias());
            }
        }
        // The function refers to the usage plan, the plan to the stage, and the stage to all routes, so a route that
        // refers
        // to the function would close a circle.
        var account = functions.of(ResourceGroup.ACCOUNT);
        routes.add(ResourceGroup.ACCOUNT, account.aliasByName(api));
        routes.addOpenPages(functions.site());
        GatewayResponses.addTo(api);
        var usagePlan = UsagePlan.addTo(api, environment);
        usagePlan.letAdmitKeys(account);
        new EventPipeline(this, environment, jars, table);
        new Outputs(this).write(api, table, usagePlan.id());
    }

    private static StackProps properties(Environment environment) {
        return StackProps.builder()
                .description("Waggle, a partner relationship management API (" + environment.id() + ")")
                .terminationProtection(environment.isProtected())
                .env(account())
                .build();
    }

    /** The CLI's current account and region. Without them, the stack fits any account and region. */
    private static software.amazon.awscdk.Environment account() {
        return software.amazon.awscdk.Environment.builder()
                .account(System.getenv("CDK_DEFAULT_ACCOUNT"))
                .region(System.getenv("CDK_DEFAULT_REGION"))
                .build();
    }
}
