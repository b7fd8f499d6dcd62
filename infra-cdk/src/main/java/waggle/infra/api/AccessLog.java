package waggle.infra.api;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.AccessLogField;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import waggle.model.json.Json;
import waggle.platform.gateway.AuthorizerContext;

/** One JSON object for each request. It has the uuid of the API key, but no query, body or other header of the client than the user agent. */
final class AccessLog {
    private AccessLog() {}

    static AccessLogFormat format() {
        return AccessLogFormat.custom(Json.write(fields()));
    }

    private static Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("request_id", AccessLogField.contextRequestId());
        fields.put("time", AccessLogField.contextRequestTime());
        fields.put("ip", AccessLogField.contextIdentitySourceIp());
        fields.put("method", AccessLogField.contextHttpMethod());
        fields.put("resource", AccessLogField.contextResourcePath());
        fields.put("status", AccessLogField.contextStatus());
        fields.put("latency_ms", AccessLogField.contextResponseLatency());
        fields.put("integration_latency_ms", AccessLogField.contextIntegrationLatency());
        fields.put("response_type", AccessLogField.contextErrorResponseType());
        fields.put("authorizer_status", AccessLogField.contextAuthorizerStatus());
        fields.put("authorizer_error", AccessLogField.contextAuthorizerError());
        fields.put("company", AccessLogField.contextAuthorizer(AuthorizerContext.COMPANY));
        fields.put("api_key", AccessLogField.contextAuthorizer(AuthorizerContext.API_KEY));
        fields.put("error", AccessLogField.contextErrorMessage());
        fields.put("integration_error", "$context.integrationErrorMessage");
        fields.put("trace", "$context.xrayTraceId");
        // Last, because a client chooses it: nothing that it contains can stand before another field.
        fields.put("user_agent", AccessLogField.contextIdentityUserAgent());
        return fields;
    }
}
