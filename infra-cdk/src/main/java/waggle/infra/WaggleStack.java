package waggle.infra;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.constructs.Construct;
import waggle.infra.alarms.ApiAlarms;
import waggle.infra.alarms.Dashboard;
import waggle.infra.alarms.FunctionAlarms;
import waggle.infra.alarms.Notification;
import waggle.infra.alarms.RequestMetrics;
import waggle.infra.alarms.TableAlarms;
import waggle.infra.api.Api;
import waggle.infra.api.Authorizer;
import waggle.infra.api.Functions;
import waggle.infra.api.GatewayResponses;
import waggle.infra.api.GradualShift;
import waggle.infra.api.Routes;
import waggle.infra.api.UsagePlan;
import waggle.infra.environment.Environment;
import waggle.infra.events.EventPipeline;
import waggle.infra.function.FunctionJars;
import waggle.infra.function.KeepAlive;
import waggle.infra.live.LiveApi;
import waggle.infra.live.LiveUpdates;
import waggle.infra.secrets.SecretsKey;
import waggle.infra.table.Table;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;
import waggle.platform.aws.LiveSettings;

/** All resources of one environment. */
final class WaggleStack extends Stack {

    WaggleStack(Construct scope, Environment environment, FunctionJars jars) {
        super(scope, environment.stackName(), properties(environment));

        Tags.of(this).add("waggle:environment", environment.id());
        var table = new Table(this, environment);
        var secretsKey = new SecretsKey(this, environment);
        var functions = new Functions(this, environment, jars, table, secretsKey);
        var api = new Api(this, environment);
        addRoutes(api.rest(), functions);
        GatewayResponses.addTo(api.rest());
        var usagePlan = UsagePlan.addTo(api.rest(), environment);
        usagePlan.letAdmitKeys(functions.of(ResourceGroup.ACCOUNT));
        var events = new EventPipeline(this, environment, jars, table, secretsKey);
        events.letSync(functions.of(ResourceGroup.CRM));
        events.letAsk(api.rest().urlForPath(OpenPage.STATUS.path()));
        var liveApi = new LiveApi(this, environment);
        functions.of(ResourceGroup.LIVE).setVariable(LiveSettings.URL, liveApi.url());
        // The console's security policy names the host of live updates.
        functions.site().setVariable(LiveSettings.URL, liveApi.url());
        var live = new LiveUpdates(this, environment, jars, table, liveApi);
        new KeepAlive(
                this,
                Stream.of(functions.all(), events.idle(), live.idle())
                        .flatMap(List::stream)
                        .toList());
        new RequestMetrics(this, environment, api.accessLog());
        new FunctionAlarms(this, environment);
        new TableAlarms(this, environment, table.name());
        var alarms = new ApiAlarms(this, environment);
        if (environment == Environment.PROD) {
            new GradualShift(this, environment, alarms.errors()).of(functions.all());
        }
        new Dashboard(this, environment, table.name());
        Notification.addTo(this, environment);
        var outputs = new Outputs(this);
        outputs.write(api.rest(), table, usagePlan.id());
        api.addCustomDomain(environment).ifPresent(outputs::writeDomain);
    }

    private void addRoutes(RestApi api, Functions functions) {
        var routes = new Routes(api, new Authorizer(this, functions.authorizer().alias()).authorizer());
        for (var group : ResourceGroup.values()) {
            if (group != ResourceGroup.ACCOUNT) {
                routes.add(group, functions.of(group).alias());
            }
        }
        // The function refers to the usage plan, the plan to the stage, and the stage to all routes, so a route that
        // refers to the function would close a circle.
        routes.add(ResourceGroup.ACCOUNT, functions.of(ResourceGroup.ACCOUNT).aliasByName(api));
        routes.addOpenPages(functions.site().alias());
        routes.addCatchAll();
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
