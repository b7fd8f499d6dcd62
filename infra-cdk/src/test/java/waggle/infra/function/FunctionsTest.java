package waggle.infra.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.infra.FunctionIds;
import waggle.infra.Policies;
import waggle.infra.Resources;
import waggle.infra.Synthesis;
import waggle.infra.environment.Environment;
import waggle.platform.aws.LiveSettings;
import waggle.platform.aws.PlanSettings;
import waggle.platform.aws.QueueSettings;
import waggle.platform.aws.SecretSettings;
import waggle.platform.aws.Settings;

final class FunctionsTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);

    @Test
    void functions_areAuthorizer_site_groups_andEventFunctions() {
        assertThat(RESOURCES.ofType("AWS::Lambda::Function").values())
                .extracting(function -> function.at("/Properties/FunctionName").asText())
                .containsExactlyInAnyOrderElementsOf(
                        FunctionIds.functions().map(Environment.DEV::nameOf).toList());
    }

    @ParameterizedTest
    @MethodSource("waggle.infra.FunctionIds#functions")
    void function_runsJava25OnArm_withSnapStart(String id) {
        var function = function(id);

        assertThat(function.get("Runtime").asText()).isEqualTo("java25");
        assertThat(function.get("Architectures")).hasToString("[\"arm64\"]");
        assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
    }

    @ParameterizedTest
    @MethodSource("waggle.infra.FunctionIds#functions")
    void function_hasAliasLiveOfPublishedVersion(String id) {
        var alias = RESOURCES.alias(Environment.DEV, id).getValue().get("Properties");
        var version = alias.at("/FunctionVersion/Fn::GetAtt/0").asText();

        assertThat(alias.get("Name").asText()).isEqualTo("live");
        assertThat(RESOURCES.ofType("AWS::Lambda::Version")).containsKey(version);
    }

    @ParameterizedTest
    @MethodSource("waggle.infra.FunctionIds#functions")
    void versionBefore_isKept_forRollback(String id) {
        var alias = RESOURCES.alias(Environment.DEV, id).getValue();
        var version = RESOURCES
                .all()
                .at("/" + alias.at("/Properties/FunctionVersion/Fn::GetAtt/0").asText());

        assertThat(version.get("DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(version.get("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    }

    @ParameterizedTest
    @MethodSource("waggle.infra.FunctionIds#functionsOfTheApi")
    void apiFunction_allowsCallsByApi_throughAliasOnly(String id) {
        var permissions = RESOURCES.permissions(Environment.DEV, id, "apigateway.amazonaws.com");

        assertThat(permissions).singleElement().satisfies(permission -> assertThat(
                        permission.get("SourceArn").findValuesAsText("Ref"))
                .contains(RESOURCES.only("AWS::ApiGateway::RestApi").getKey()));
    }

    /** One permission for each of the three routes. */
    @Test
    void sockets_allowCallsByTheWebSocketApi() {
        assertThat(RESOURCES.permissions(Environment.DEV, "sockets", "apigateway.amazonaws.com"))
                .hasSize(3)
                .allSatisfy(permission -> assertThat(permission.get("SourceArn").findValuesAsText("Ref"))
                        .contains(RESOURCES.only("AWS::ApiGatewayV2::Api").getKey()));
        assertThat(RESOURCES.permissions(Environment.DEV, "live-relay", "apigateway.amazonaws.com"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "sockets", "live-relay", "site"})
    void functionOfLiveUpdatesOrTheConsole_hasTheAddressOfTheWebSocketApi(String id) {
        assertThat(Policies.joined(function(id).at("/Environment/Variables/" + LiveSettings.URL)))
                .endsWith("/dev")
                .contains(RESOURCES.only("AWS::ApiGatewayV2::Api").getKey());
    }

    @Test
    void functions_allowCallsByApiAndSchedules_only() {
        assertThat(RESOURCES.ofType("AWS::Lambda::Permission").values()).allSatisfy(permission -> assertThat(
                        permission.at("/Properties/Principal").asText())
                .isIn("apigateway.amazonaws.com", "events.amazonaws.com"));
        assertThat(FunctionIds.functions())
                .allSatisfy(id -> assertThat(RESOURCES.permissions(Environment.DEV, id, "events.amazonaws.com"))
                        .hasSize(1));
        assertThat(FunctionIds.functionsOfEvents())
                .allSatisfy(id -> assertThat(RESOURCES.permissions(Environment.DEV, id, "apigateway.amazonaws.com"))
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("waggle.infra.FunctionIds#functionsWithTable")
    void function_hasNameOfTable(String id) {
        assertThat(function(id)
                        .at("/Environment/Variables/" + Settings.TABLE + "/Ref")
                        .asText())
                .isEqualTo(RESOURCES.only("AWS::DynamoDB::GlobalTable").getKey());
    }

    @ParameterizedTest
    @MethodSource("waggle.infra.FunctionIds#functions")
    void function_logsJson_withoutLinesOfLambda_andExpires(String id) {
        var function = function(id);
        var logs = RESOURCES
                .all()
                .at("/" + function.at("/LoggingConfig/LogGroup/Ref").asText());

        assertThat(function.at("/LoggingConfig/LogFormat").asText()).isEqualTo("JSON");
        assertThat(function.at("/LoggingConfig/SystemLogLevel").asText()).isEqualTo("WARN");
        assertThat(logs.at("/Properties/RetentionInDays").asInt()).isEqualTo(7);
    }

    /** The gateway samples its requests. Nothing limits the traces of the others. */
    @ParameterizedTest
    @MethodSource("waggle.infra.FunctionIds#functions")
    void onlyFunctionsOfApi_areTraced(String id) {
        assertThat(function(id).at("/TracingConfig/Mode").asText().equals("Active"))
                .isEqualTo(FunctionIds.functionsOfTheApi().anyMatch(id::equals));
    }

    @ParameterizedTest
    @MethodSource("waggle.infra.FunctionIds#functions")
    void function_keepsConnections(String id) {
        assertThat(function(id).at("/Environment/Variables/JAVA_TOOL_OPTIONS").asText())
                .isEqualTo("-Dhttp.keepAlive.time.server=55 -Dhttp.maxConnections=64");
    }

    @ParameterizedTest
    @MethodSource("waggle.infra.FunctionIds#functions")
    void functionsThatUseSecrets_haveTheirKey(String id) {
        assertThat(function(id)
                        .at("/Environment/Variables/" + SecretSettings.KEY + "/Fn::GetAtt/0")
                        .asText())
                .isEqualTo(
                        Set.of("webhooks", "dispatcher", "crm", "sync").contains(id)
                                ? RESOURCES.only("AWS::KMS::Key").getKey()
                                : "");
    }

    @Test
    void onlyAccount_hasUsagePlan() {
        var variable = "/Environment/Variables/" + PlanSettings.USAGE_PLAN + "/Ref";

        assertThat(function("account").at(variable).asText())
                .isEqualTo(RESOURCES.only("AWS::ApiGateway::UsagePlan").getKey());
        assertThat(FunctionIds.functions()
                        .filter(id -> !function(id).at(variable).isMissingNode()))
                .containsExactly("account");
    }

    @ParameterizedTest
    @MethodSource("waggle.infra.FunctionIds#functionsOfEvents")
    void eventFunction_hasUrlsOfQueues(String id) {
        var variables = function(id).at("/Environment/Variables");

        assertThat(variables.at("/" + QueueSettings.DELIVERIES + "/Ref").asText())
                .isEqualTo(RESOURCES.queue(Environment.DEV, "deliveries.fifo").getKey());
        assertThat(variables.at("/" + QueueSettings.LATER + "/Ref").asText())
                .isEqualTo(RESOURCES.queue(Environment.DEV, "later").getKey());
    }

    /** The variable permits webhooks to addresses that are not public, for the local cloud. */
    @ParameterizedTest
    @MethodSource("waggle.infra.FunctionIds#functions")
    void function_callsPublicAddressesOnly(String id) {
        assertThat(function(id).at("/Environment/Variables").has("WAGGLE_RECEIVERS"))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("waggle.infra.FunctionIds#functionsOfEvents")
    void eventFunctions_shareOneJar(String id) {
        assertThat(function(id).get("Code")).isEqualTo(function("relay").get("Code"));
        assertThat(function(id).get("Code")).isNotEqualTo(function("webhooks").get("Code"));
    }

    /** A new account has a limit of ten concurrent executions and permits no reservation. */
    @ParameterizedTest
    @MethodSource("waggle.infra.FunctionIds#functions")
    void function_reservesNoConcurrency(String id) {
        assertThat(function(id).has("ReservedConcurrentExecutions")).isFalse();
    }

    static JsonNode function(String id) {
        return RESOURCES.function(Environment.DEV, id).getValue().get("Properties");
    }
}
