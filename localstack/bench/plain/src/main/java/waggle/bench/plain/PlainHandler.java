package waggle.bench.plain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A handler written by hand that reads one tag: the baseline for the framework. */
public final class PlainHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private final String table = System.getenv("WAGGLE_TABLE");
    private final ObjectMapper json = new ObjectMapper();
    private final DynamoDbClient client = DynamoDbClient.builder()
            .region(Region.of(System.getenv("AWS_REGION")))
            .endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL_DYNAMODB")))
            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        var company = event.getRequestContext().getAuthorizer().get("company");
        var path = event.getPath();
        var key = Map.of(
                "pk", AttributeValue.fromS("C#" + company + "#tag"),
                "sk", AttributeValue.fromS(path.substring(path.lastIndexOf('/') + 1)));
        var item = client.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                .item();
        return item.isEmpty() ? reply(404, Map.of("error", "no such tag")) : found(TagReply.of(item));
    }

    private APIGatewayProxyResponseEvent found(TagReply tag) {
        return reply(200, tag)
                .withHeaders(Map.of("Content-Type", "application/json", "ETag", "\"" + tag.version() + "\""));
    }

    private APIGatewayProxyResponseEvent reply(int status, Object body) {
        try {
            return new APIGatewayProxyResponseEvent().withStatusCode(status).withBody(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
