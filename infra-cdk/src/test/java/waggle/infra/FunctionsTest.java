package waggle.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.OpenPage;
import waggle.model.ResourceGroup;
import waggle.model.aws.PlanSettings;
import waggle.model.aws.Settings;

final class FunctionsTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);

    static Stream<String> functions() {
        return Stream.concat(functionsWithTable(), Stream.of(OpenPage.FUNCTION));
    }

    static Stream<String> functionsWithTable() {
        return Stream.concat(
                Stream.of("authorizer"), Stream.of(ResourceGroup.values()).map(ResourceGroup::id));
    }

    @Test
    void functions_areTheAuthorizerTheSiteAndOnePerGroup() {
        assertThat(RESOURCES.ofType("AWS::Lambda::Function").values())
                .extracting(function -> function.at("/Properties/FunctionName").asText())
                .containsExactlyInAnyOrderElementsOf(
                        functions().map(Environment.DEV::nameOf).toList());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_runsJava25OnArmFromASnapshot(String id) {
        var function = function(id);

        assertThat(function.get("Runtime").asText()).isEqualTo("java25");
        assertThat(function.get("Architectures")).hasToString("[\"arm64\"]");
        assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_isPublishedBehindTheAliasLive(String id) {
        var alias = RESOURCES.alias(Environment.DEV, id).getValue().get("Properties");
        var version = alias.at("/FunctionVersion/Fn::GetAtt/0").asText();

        assertThat(alias.get("Name").asText()).isEqualTo("live");
        assertThat(RESOURCES.ofType("AWS::Lambda::Version")).containsKey(version);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_mayBeCalledByTheApiThroughItsAliasOnly(String id) {
        var permission = RESOURCES.with(
                "AWS::Lambda::Permission",
                "FunctionName/Ref",
                RESOURCES.alias(Environment.DEV, id).getKey());
        var source = permission.getValue().at("/Properties/SourceArn").findValuesAsText("Ref");

        assertThat(permission.getValue().at("/Properties/Principal").asText()).isEqualTo("apigateway.amazonaws.com");
        assertThat(source).contains(RESOURCES.only("AWS::ApiGateway::RestApi").getKey());
        assertThat(RESOURCES.ofType("AWS::Lambda::Permission"))
                .hasSameSizeAs(functions().toList());
    }

    @ParameterizedTest
    @MethodSource("functionsWithTable")
    void function_knowsItsTable(String id) {
        assertThat(function(id)
                        .at("/Environment/Variables/" + Settings.TABLE + "/Ref")
                        .asText())
                .isEqualTo(RESOURCES.only("AWS::DynamoDB::GlobalTable").getKey());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_logsJsonThatEndsAndIsTraced(String id) {
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
    void function_ofAGroup_outlastsTheGatewaysPatience(ResourceGroup group) {
        var function = function(group.id());

        assertThat(function.get("Handler").asText()).isEqualTo("waggle.http.ApiFunction::handleRequest");
        assertThat(function.get("Timeout").asInt()).isEqualTo(30);
    }

    @Test
    void account_aloneKnowsTheUsagePlan() {
        var variable = "/Environment/Variables/" + PlanSettings.USAGE_PLAN + "/Ref";

        assertThat(function("account").at(variable).asText())
                .isEqualTo(RESOURCES.only("AWS::ApiGateway::UsagePlan").getKey());
        assertThat(functions().filter(id -> !function(id).at(variable).isMissingNode()))
                .containsExactly("account");
    }

    @Test
    void site_answersOrFailsSoon() {
        var function = function(OpenPage.FUNCTION);

        assertThat(function.get("Handler").asText()).isEqualTo("waggle.site.SiteFunction::handleRequest");
        assertThat(function.get("Timeout").asInt()).isEqualTo(10);
    }

    @Test
    void authorizer_answersOrFailsSoon() {
        var function = function("authorizer");

        assertThat(function.get("Handler").asText()).isEqualTo("waggle.authorizer.AuthorizerFunction::handleRequest");
        assertThat(function.get("Timeout").asInt()).isEqualTo(10);
    }

    private static JsonNode function(String id) {
        return RESOURCES.function(Environment.DEV, id).getValue().get("Properties");
    }
}
