package waggle.cloud.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import waggle.cloud.Cloud;
import waggle.platform.aws.Deployment;

/** A CloudFormation server that returns the outputs of one stack (its API Reference, "DescribeStacks"). */
final class CloudFormation implements AutoCloseable {
    private final HttpServer server;
    private final String stack;
    private final Map<String, String> outputs;

    private CloudFormation(HttpServer server, String stack, Map<String, String> outputs) {
        this.server = server;
        this.stack = stack;
        this.outputs = outputs;
    }

    /** Starts a server that describes a cloud as the environment dev. */
    static CloudFormation of(Cloud cloud) throws IOException {
        return start(
                "Waggle-dev",
                Map.of(
                        Deployment.BASE_URL_OUTPUT, cloud.baseUrl().toString(),
                        Deployment.TABLE_OUTPUT, cloud.settings().table(),
                        Deployment.USAGE_PLAN_OUTPUT, cloud.planSettings().usagePlan()));
    }

    private static CloudFormation start(String stack, Map<String, String> outputs) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var cloudFormation = new CloudFormation(server, stack, outputs);
        server.createContext("/", cloudFormation::handle);
        server.start();
        return cloudFormation;
    }

    /** The variables by which the AWS SDK finds other endpoints. */
    Map<String, String> environment(Cloud cloud) {
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                Cloud.CREDENTIALS.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                Cloud.CREDENTIALS.secretAccessKey(),
                "AWS_ENDPOINT_URL_CLOUDFORMATION",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_ENDPOINT_URL_DYNAMODB",
                Objects.toString(cloud.settings().dynamoDbEndpoint()),
                "AWS_ENDPOINT_URL_API_GATEWAY",
                Objects.toString(cloud.planSettings().endpoint()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var isKnown = request.contains("Action=DescribeStacks") && request.contains("StackName=" + stack);
            var reply = (isKnown ? description() : fault()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isKnown ? 200 : 400, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private String description() {
        return outputs.entrySet().stream()
                .map(output -> "<member><OutputKey>" + output.getKey() + "</OutputKey><OutputValue>" + output.getValue()
                        + "</OutputValue></member>")
                .collect(Collectors.joining(
                        "",
                        "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>" + stack
                                + "</StackName><Outputs>",
                        "</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>"));
    }

    private static String fault() {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code>"
                + "<Message>Stack does not exist</Message></Error></ErrorResponse>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
