package waggle.infra.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.infra.Synthesis;
import waggle.infra.environment.Environment;
import waggle.model.json.Json;

final class ApiTest {

    @Test
    void api_isRegional_andTakesApiKeyFromAuthorizer() {
        var api = api();

        assertThat(api.at("/EndpointConfiguration/Types")).hasToString("[\"REGIONAL\"]");
        assertThat(api.get("ApiKeySourceType").asText()).isEqualTo("AUTHORIZER");
        assertThat(api.has("BinaryMediaTypes")).isFalse();
    }

    @Test
    void api_compressesBodiesFromOneKibibyteOn() {
        assertThat(api().get("MinimumCompressionSize").asInt()).isEqualTo(1024);
    }

    @Test
    void api_refusesOldTls() {
        var api = api();

        assertThat(api.get("SecurityPolicy").asText()).startsWith("SecurityPolicy_TLS13_1_2_PFS");
        assertThat(api.get("EndpointAccessMode").asText()).isEqualTo("STRICT");
    }

    @ParameterizedTest
    @EnumSource
    void stage_hasNameOfEnvironment_logsAndTraces(Environment environment) {
        var stage = stage(environment);

        assertThat(stage.get("StageName").asText()).isEqualTo(environment.id());
        assertThat(stage.get("TracingEnabled").asBoolean()).isTrue();
        assertThat(stage.get("MethodSettings")).hasToString("""
                [{"DataTraceEnabled":false,"HttpMethod":"*","LoggingLevel":"ERROR",\
                "MetricsEnabled":false,"ResourcePath":"/*","ThrottlingBurstLimit":1000,"ThrottlingRateLimit":500}]""");
    }

    @Test
    void accessLog_hasClientRequestAndResult() throws JsonProcessingException {
        var line = Json.mapper().readTree(accessLogFormat());

        assertThat(line).hasToString("""
                {"request_id":"$context.requestId",\
                "time":"$context.requestTime",\
                "ip":"$context.identity.sourceIp",\
                "method":"$context.httpMethod",\
                "resource":"$context.resourcePath",\
                "status":"$context.status",\
                "latency_ms":"$context.responseLatency",\
                "integration_latency_ms":"$context.integrationLatency",\
                "response_type":"$context.error.responseType",\
                "authorizer_status":"$context.authorizer.status",\
                "authorizer_error":"$context.authorizer.error",\
                "company":"$context.authorizer.company",\
                "api_key":"$context.authorizer.apiKey",\
                "error":"$context.error.message",\
                "integration_error":"$context.integrationErrorMessage",\
                "trace":"$context.xrayTraceId",\
                "user_agent":"$context.identity.userAgent"}""");
    }

    /** {@code identity.apiKey} holds the gateway's key, the header that of the client. */
    @Test
    void accessLog_containsNoSecret() {
        assertThat(accessLogFormat())
                .doesNotContainIgnoringCase("Authorization\"")
                .doesNotContain("header", "identity.apiKey", "querystring", "requestOverride", "principalId");
    }

    @ParameterizedTest
    @EnumSource
    void logs_expireInEveryEnvironment(Environment environment) {
        assertThat(Synthesis.resources(environment)
                        .ofType("AWS::Logs::LogGroup")
                        .values())
                .isNotEmpty()
                .allSatisfy(group -> assertThat(
                                group.at("/Properties/RetentionInDays").asInt())
                        .isPositive());
    }

    @Test
    void executionLog_hasNameThatGatewayExpects() {
        var resources = Synthesis.resources(Environment.DEV);
        var api = resources.only("AWS::ApiGateway::RestApi").getKey();

        assertThat(resources.ofType("AWS::Logs::LogGroup").values())
                .extracting(group -> group.at("/Properties/LogGroupName").toString())
                .contains("""
                        {"Fn::Join":["",["API-Gateway-Execution-Logs_",{"Ref":"%s"},"/dev"]]}""".formatted(api));
    }

    private static JsonNode api() {
        return Synthesis.resources(Environment.DEV)
                .only("AWS::ApiGateway::RestApi")
                .getValue()
                .get("Properties");
    }

    private static String accessLogFormat() {
        return stage(Environment.DEV).at("/AccessLogSetting/Format").asText();
    }

    private static JsonNode stage(Environment environment) {
        return Synthesis.resources(environment)
                .only("AWS::ApiGateway::Stage")
                .getValue()
                .get("Properties");
    }
}
