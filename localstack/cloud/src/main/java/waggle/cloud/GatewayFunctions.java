package waggle.cloud;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.authorizer.AuthorizerFunction;
import waggle.cloud.lambda.InProcessLambda;
import waggle.cloud.lambda.Lambda;
import waggle.cloud.lambda.LambdaProcess;
import waggle.cloud.lambda.WatchedLambda;
import waggle.delivery.receiver.Receivers;
import waggle.http.ApiFunction;
import waggle.live.sockets.SocketFunction;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.keys.KeyStore;
import waggle.platform.aws.Clients;
import waggle.platform.aws.CrmSettings;
import waggle.platform.aws.LiveSettings;
import waggle.platform.aws.PlanSettings;
import waggle.platform.aws.SecretSettings;
import waggle.platform.aws.Settings;
import waggle.site.SiteFunction;

/**
 * The functions behind the gateway, in this process or each in a process of its own.
 *
 * @param integrations the functions that reply to requests, by name
 * @param sockets the function of the WebSocket API
 */
record GatewayFunctions(Lambda authorizer, Map<String, Lambda> integrations, WatchedLambda sockets)
        implements AutoCloseable {
    private static final String AUTHORIZER = "authorizer";

    static GatewayFunctions start(
            @Nullable Path packaged,
            Settings settings,
            PlanSettings plan,
            LiveSettings live,
            SecretSettings secrets,
            CrmSettings crm,
            boolean localWebhooks) {
        return packaged == null
                ? inProcess(settings, plan, live, secrets, crm, EventFunctions.receivers(localWebhooks))
                : packaged(
                        new PackagedFunctions(packaged),
                        new FunctionVariables(settings, secrets, localWebhooks),
                        plan,
                        live,
                        crm);
    }

    /** Starts one application with the controllers of all groups. In AWS only the packaging separates the groups. */
    private static GatewayFunctions inProcess(
            Settings settings,
            PlanSettings plan,
            LiveSettings live,
            SecretSettings secrets,
            CrmSettings crm,
            Receivers receivers) {
        var credentials = StaticCredentialsProvider.create(Cloud.CREDENTIALS);
        var keys = new KeyStore(Clients.dynamoDb(settings, credentials), settings.table());
        var api = new InProcessLambda(new ApiFunction(settings, credentials, plan, live, secrets, crm, receivers));
        var integrations = new HashMap<String, Lambda>();
        for (var group : ResourceGroup.values()) {
            integrations.put(group.id(), api);
        }
        integrations.put(OpenPage.FUNCTION, new InProcessLambda(new SiteFunction(settings, live.url(), credentials)));
        return new GatewayFunctions(
                new InProcessLambda(new AuthorizerFunction(keys)),
                integrations,
                new WatchedLambda(
                        new InProcessLambda(new SocketFunction(settings, live, credentials, Clock.systemUTC()))));
    }

    private static GatewayFunctions packaged(
            PackagedFunctions functions,
            FunctionVariables variables,
            PlanSettings plan,
            LiveSettings live,
            CrmSettings crm) {
        var integrations = new HashMap<String, Lambda>();
        for (var group : ResourceGroup.values()) {
            var ofGroup =
                    switch (group) {
                        case ACCOUNT -> variables.with(plan);
                        case LIVE -> variables.with(live);
                        case WEBHOOKS -> variables.withReceivers();
                        case CRM -> variables.with(crm);
                        default -> variables.common();
                    };
            integrations.put(group.id(), new LambdaProcess(functions.get(group.id(), ApiFunction.class, ofGroup)));
        }
        integrations.put(
                OpenPage.FUNCTION,
                new LambdaProcess(functions.get(OpenPage.FUNCTION, SiteFunction.class, variables.with(live))));
        var authorizer = functions.get(AUTHORIZER, AuthorizerFunction.class, variables.common());
        var sockets = functions.get(ResourceGroup.LIVE.id(), "sockets", SocketFunction.class, variables.with(live));
        return new GatewayFunctions(
                new LambdaProcess(authorizer), integrations, new WatchedLambda(new LambdaProcess(sockets)));
    }

    @Override
    public void close() {
        authorizer.close();
        integrations.values().forEach(Lambda::close);
        sockets.close();
    }
}
