package waggle.infra.live;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.aws_apigatewayv2_integrations.WebSocketLambdaIntegration;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogDestination;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogSettings;
import software.amazon.awscdk.services.apigatewayv2.LogGroupLogDestination;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.apigatewayv2.WebSocketApi;
import software.amazon.awscdk.services.apigatewayv2.WebSocketRouteOptions;
import software.amazon.awscdk.services.apigatewayv2.WebSocketStage;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.environment.Logs;
import waggle.infra.environment.Nag;
import waggle.infra.function.JavaFunction;
import waggle.model.json.Json;
import waggle.platform.aws.LiveSettings;

/** The WebSocket API and its stage. One function has all its routes. */
public final class LiveApi extends Construct {
    /**
     * Messages a second of all clients, and new connections. A client has a limit of its own, which the function keeps. This
     * throttle keeps a flood from using up the concurrency of the account.
     */
    private static final int RATE = 500;

    private static final int BURST = 1000;

    private final Environment environment;
    private final WebSocketApi api;

    public LiveApi(Construct scope, Environment environment) {
        super(scope, "Live");
        this.environment = environment;
        api = WebSocketApi.Builder.create(this, "Resource")
                .apiName(environment.nameOf("live"))
                .routeSelectionExpression("$request.body.action")
                .build();
        WebSocketStage.Builder.create(this, "Stage")
                .webSocketApi(api)
                .stageName(environment.id())
                .autoDeploy(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(RATE)
                        .burstLimit(BURST)
                        .build())
                .accessLogSettings(
                        accessLog(Logs.group(this, "AccessLog", environment).build()))
                .build();
    }

    /** No query, since it has the ticket. */
    private static IAccessLogSettings accessLog(LogGroup group) {
        var fields = Map.of(
                "request_id", "$context.requestId",
                "time", "$context.requestTime",
                "ip", "$context.identity.sourceIp",
                "event", "$context.eventType",
                "connection", "$context.connectionId",
                "status", "$context.status",
                "integration_error", "$context.integrationErrorMessage");
        var format = AccessLogFormat.custom(Json.write(new TreeMap<>(fields)));
        var destination = new LogGroupLogDestination(group);
        return new IAccessLogSettings() {
            @Override
            public IAccessLogDestination getDestination() {
                return destination;
            }

            @Override
            public AccessLogFormat getFormat() {
                return format;
            }
        };
    }

    /** The address that clients open. */
    public String url() {
        return api.getApiEndpoint() + "/" + environment.id();
    }

    /** Sends all connections and messages to a function, and its replies to the clients. */
    public void route(JavaFunction function) {
        addRoute("$connect", function, false);
        addRoute("$disconnect", function, false);
        addRoute("$default", function, true);
    }

    private void addRoute(String key, JavaFunction function, boolean hasReplies) {
        var route = api.addRoute(
                key,
                WebSocketRouteOptions.builder()
                        .integration(new WebSocketLambdaIntegration(key.substring(1), function.alias()))
                        .returnResponse(hasReplies)
                        .build());
        Nag.accept(
                route,
                "AwsSolutions-APIG4",
                "The function takes the ticket or the API key of a connection; without one there is no connection");
    }

    /** Lets a function send messages to connections and close them, and tells it where. */
    public void letSend(JavaFunction function) {
        function.setVariable(LiveSettings.URL, url());
        function.role()
                .allow(PolicyStatement.Builder.create()
                        .actions(List.of("execute-api:ManageConnections"))
                        .resources(List.of("arn:" + Aws.PARTITION + ":execute-api:" + Aws.REGION + ":" + Aws.ACCOUNT_ID
                                + ":" + api.getApiId() + "/" + environment.id() + "/*/@connections/*"))
                        .build());
        function.role()
                .acceptWildcard("The connections of this API, whose ids are random", "/\\/\\*\\/@connections\\/\\*$/");
    }

    /** The name of the API in metrics. */
    String id() {
        return api.getApiId();
    }
}
