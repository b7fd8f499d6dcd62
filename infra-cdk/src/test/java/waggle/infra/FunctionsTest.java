package waggle.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.infra.environment.Environment;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;
import waggle.platform.aws.PlanSettings;
import waggle.platform.aws.QueueSettings;
import waggle.platform.aws.Settings;

final class FunctionsTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);

    static Stream<String> functions() {
        return Stream.concat(functionsOfTheApi(), functionsOfEvents());
    }

    static Stream<String> functionsOfTheApi() {
        return Stream.concat(
                Stream.of("authorizer", OpenPage.FUNCTION),
                Stream.of(ResourceGroup.values()).map(ResourceGroup::id));
    }

    static Stream<String> functionsOfEvents() {
        return Stream.of("relay", "dispatcher", "sweeper");
    }

    static Stream<String> functionsWithTable() {
        return functions().filter(id -> !id.equals(OpenPage.FUNCTION));
    }

    @Test
    void functions_areAuthorizer_site_groups_andEventFunctions() {
        assertThat(RESOURCES.ofType("AWS::Lambda::Function").values())
                .extracting(function -> function.at("/Properties/FunctionName").asText())
                .containsExactlyInAnyOrderElementsOf(
                        functions().map(Environment.DEV::nameOf).toList());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_runsJava25OnArm_withSnapStart(String id) {
        var function = function(id);

        assertThat(function.get("Runtime").asText()).isEqualTo("java25");
        assertThat(function.get("Architectures")).hasToString("[\"arm64\"]");
        assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_hasAliasLiveOfPublishedVersion(String id) {
        var alias = RESOURCES.alias(Environment.DEV, id).getValue().get("Properties");
        var version = alias.at("/FunctionVersion/Fn::GetAtt/0").asText();

        assertThat(alias.get("Name").asText()).isEqualTo("live");
        assertThat(RESOURCES.ofType("AWS::Lambda::Version")).containsKey(version);
    }

    @ParameterizedTest
    @MethodSource("functionsOfTheApi")
    void apiFunction_allowsCallsByApi_throughAliasOnly(String id) {
        var permission = RESOURCES.with(
                "AWS::Lambda::Permission",
                "FunctionName/Ref",
                RESOURCES.alias(Environment.DEV, id).getKey());
        var source = permission.getValue().at("/Properties/SourceArn").findValuesAsText("Ref");

        assertThat(permission.getValue().at("/Properties/Principal").asText()).isEqualTo("apigateway.amazonaws.com");
        assertThat(source).contains(RESOURCES.only("AWS::ApiGateway::RestApi").getKey());
    }

    @Test
    void functions_allowCallsByApiAndSchedule_only() {
        var callers = functionsOfTheApi()
                .map(id -> RESOURCES.alias(Environment.DEV, id).getKey() + " apigateway.amazonaws.com");
        var schedule = RESOURCES.alias(Environment.DEV, "sweeper").getKey() + " events.amazonaws.com";

        assertThat(RESOURCES.ofType("AWS::Lambda::Permission").values())
                .extracting(permission ->
                        permission.at("/Properties/FunctionName/Ref").asText() + " "
                                + permission.at("/Properties/Principal").asText())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(callers, Stream.of(schedule)).toList());
    }

    @ParameterizedTest
    @MethodSource("functionsWithTable")
    void function_hasNameOfTable(String id) {
        assertThat(function(id)
                        .at("/Environment/Variables/" + Settings.TABLE + "/Ref")
                        .asText())
                .isEqualTo(RESOURCES.only("AWS::DynamoDB::GlobalTable").getKey());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_logsJson_expires_andIsTraced(String id) {
        var function = function(id);
        var logs = RESOURCES
                .all()
                .at("/" + function.at("/LoggingConfig/LogGroup/Ref").asText());

        assertThat(function.at("/LoggingConfig/LogFormat").asText()).isEqualTo("JSON");
        assertThat(logs.at("/Properties/RetentionInDays").asInt()).isEqualTo(7);
        assertThat(function.at("/TracingConfig/Mode").asText()).isEqualTo("Active");
    }

    @ParameterizedTest
    @EnumSource
    void groupFunction_hasLongerTimeoutThanGateway(ResourceGroup group) {
        var function = function(group.id());

        assertThat(function.get("Handler").asText()).isEqualTo("waggle.http.ApiFunction::handleRequest");
        assertThat(function.get("Timeout").asInt()).isEqualTo(30);
    }

    @Test
    void onlyAccount_hasUsagePlan() {
        var variable = "/Environment/Variables/" + PlanSettings.USAGE_PLAN + "/Ref";

        assertThat(function("account").at(variable).asText())
                .isEqualTo(RESOURCES.only("AWS::ApiGateway::UsagePlan").getKey());
        assertThat(functions().filter(id -> !function(id).at(variable).isMissingNode()))
                .containsExactly("account");
    }

    @ParameterizedTest
    @MethodSource("functionsOfEvents")
    void eventFunction_hasUrlsOfQueues(String id) {
        var variables = function(id).at("/Environment/Variables");

        assertThat(variables.at("/" + QueueSettings.DELIVERIES + "/Ref").asText())
                .isEqualTo(RESOURCES.queue(Environment.DEV, "deliveries.fifo").getKey());
        assertThat(variables.at("/" + QueueSettings.LATER + "/Ref").asText())
                .isEqualTo(RESOURCES.queue(Environment.DEV, "later").getKey());
    }

    /** The variable permits webhooks to addresses that are not public, for the local cloud. */
    @ParameterizedTest
    @MethodSource("functions")
    void function_callsPublicAddressesOnly(String id) {
        assertThat(function(id).at("/Environment/Variables").has("WAGGLE_RECEIVERS"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "relay, waggle.events.RelayFunction, 60",
        "dispatcher, waggle.events.DispatcherFunction, 40",
        "sweeper, waggle.events.SweeperFunction, 55"
    })
    void eventFunction_hasTimeoutForOneBatch(String id, String type, int timeout) {
        var function = function(id);

        assertThat(function.get("Handler").asText()).isEqualTo(type + "::handleRequest");
        assertThat(function.get("Timeout").asInt()).isEqualTo(timeout);
    }

    @ParameterizedTest
    @MethodSource("functionsOfEvents")
    void eventFunctions_shareOneJar(String id) {
        assertThat(function(id).get("Code")).isEqualTo(function("relay").get("Code"));
        assertThat(function(id).get("Code")).isNotEqualTo(function("webhooks").get("Code"));
    }

    /** A new account has a limit of ten concurrent executions and permits no reservation. */
    @ParameterizedTest
    @MethodSource("functions")
    void function_reservesNoConcurrency(String id) {
        assertThat(function(id).has("ReservedConcurrentExecutions")).isFalse();
    }

    @Test
    void site_hasShortTimeout() {
        var function = function(OpenPage.FUNCTION);

        assertThat(function.get("Handler").asText()).isEqualTo("waggle.site.SiteFunction::handleRequest");
        assertThat(function.get("Timeout").asInt()).isEqualTo(10);
    }

    @Test
    void authorizer_hasShortTimeout() {
        var function = function("authorizer");

        assertThat(function.get("Handler").asText()).isEqualTo("waggle.authorizer.AuthorizerFunction::handleRequest");
        assertThat(function.get("Timeout").asInt()).isEqualTo(10);
    }

    private static JsonNode function(String id) {
        return RESOURCES.function(Environment.DEV, id).getValue().get("Properties");
    }
}
