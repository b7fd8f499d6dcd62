package waggle.infra;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;
import waggle.model.catalogue.ResourceGroup;

/** Everything of one environment. */
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
        // It knows the usage plan, which knows the stage, which knows all routes: so its route must not wait for it.
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

    /** The CLI's current account and region; without them the stack deploys wherever it is taken. */
    private static software.amazon.awscdk.Environment account() {
        return software.amazon.awscdk.Environment.builder()
                .account(System.getenv("CDK_DEFAULT_ACCOUNT"))
                .region(System.getenv("CDK_DEFAULT_REGION"))
                .build();
    }
}
