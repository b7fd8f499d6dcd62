package waggle.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.OpenPage;
import waggle.model.ResourceGroup;

final class PermissionsTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);
    private static final String TABLE =
            RESOURCES.only("AWS::DynamoDB::GlobalTable").getKey();
    private static final String TABLE_ARN = "{\"Fn::GetAtt\":[\"" + TABLE + "\",\"Arn\"]}";

    static Stream<String> functions() {
        return FunctionsTest.functions();
    }

    @Test
    void authorizer_readsKeysOneAtATime_notesTheirUse_andNothingElse() {
        var statements = statements("authorizer").stream()
                .filter(PermissionsTest::isOfTable)
                .map(statement -> texts(statement.get("Action")) + " "
                        + statement.at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys"))
                .toList();

        assertThat(statements)
                .containsExactlyInAnyOrder("[dynamodb:GetItem] [\"KEY#*\"]", "[dynamodb:UpdateItem] [\"C#*#api_key\"]");
        assertThat(statements("authorizer").stream().filter(PermissionsTest::isOfTable))
                .allSatisfy(statement -> assertThat(statement.get("Resource")).hasToString(TABLE_ARN));
    }

    @ParameterizedTest
    @EnumSource
    void group_readsAndWritesRecordsButNeitherScansNorAdministers(ResourceGroup group) {
        var statement = tableStatement(group.id());

        assertThat(texts(statement.get("Action")))
                .containsExactlyInAnyOrder(
                        "dynamodb:GetItem",
                        "dynamodb:BatchGetItem",
                        "dynamodb:Query",
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:PutItem",
                        "dynamodb:UpdateItem",
                        "dynamodb:DeleteItem");
        assertThat(statement.get("Resource"))
                .hasToString("[" + TABLE_ARN + ",{\"Fn::Join\":[\"\",[" + TABLE_ARN + ",\"/index/*\"]]}]");
    }

    @Test
    void account_makesKeysOfItsPlanAndDeletesThem() {
        var gateway = "arn:{\"Ref\":\"AWS::Partition\"}:apigateway:{\"Ref\":\"AWS::Region\"}::";
        var plan = RESOURCES.only("AWS::ApiGateway::UsagePlan").getKey();

        assertThat(statements("account").stream()
                        .filter(PermissionsTest::isOfGateway)
                        .map(statement -> texts(statement.get("Action")) + " " + joined(statement.get("Resource"))))
                .containsExactlyInAnyOrder(
                        "[apigateway:GET, apigateway:POST] " + gateway + "/apikeys",
                        "[apigateway:DELETE] " + gateway + "/apikeys/*",
                        "[apigateway:POST] " + gateway + "/usageplans/{\"Ref\":\"" + plan + "\"}/keys");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_thatMakesNoKeys_mayDoNothingWithTheGateway(String id) {
        assertThat(statements(id).stream().anyMatch(PermissionsTest::isOfGateway))
                .isEqualTo(id.equals("account"));
    }

    @Test
    void site_mayOnlyAskTheTableForWhatIsNotThere() {
        var statement = tableStatement(OpenPage.FUNCTION);

        assertThat(texts(statement.get("Action"))).containsExactly("dynamodb:GetItem");
        assertThat(statement.at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys"))
                .hasToString("[\"PROBE\"]");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_beyondTheTable_onlyLogsAndTraces(String id) {
        assertThat(statements(id))
                .filteredOn(statement -> !isOfTable(statement) && !isOfGateway(statement))
                .flatExtracting(statement -> texts(statement.get("Action")))
                .containsExactlyInAnyOrder(
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "xray:PutTelemetryRecords",
                        "xray:PutTraceSegments");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_writesItsOwnLogOnly(String id) {
        var logs = RESOURCES
                .function(Environment.DEV, id)
                .getValue()
                .at("/Properties/LoggingConfig/LogGroup/Ref")
                .asText();

        assertThat(statements(id))
                .filteredOn(statement -> texts(statement.get("Action")).contains("logs:PutLogEvents"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.get("Resource"))
                        .hasToString("{\"Fn::GetAtt\":[\"" + logs + "\",\"Arn\"]}"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_hasNoManagedPolicy(String id) {
        assertThat(RESOURCES.all().at("/" + role(id) + "/Properties").has("ManagedPolicyArns"))
                .isFalse();
    }

    private static JsonNode tableStatement(String function) {
        var found =
                statements(function).stream().filter(PermissionsTest::isOfTable).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static boolean isOfTable(JsonNode statement) {
        return texts(statement.get("Action")).getFirst().startsWith("dynamodb:");
    }

    private static boolean isOfGateway(JsonNode statement) {
        return texts(statement.get("Action")).getFirst().startsWith("apigateway:");
    }

    /** What a join of the template will be, with its references as they are. */
    private static String joined(JsonNode value) {
        return StreamSupport.stream(value.at("/Fn::Join/1").spliterator(), false)
                .map(part -> part.isTextual() ? part.asText() : part.toString())
                .collect(Collectors.joining());
    }

    private static List<JsonNode> statements(String function) {
        return StreamSupport.stream(
                        RESOURCES
                                .with("AWS::IAM::Policy", "Roles/0/Ref", role(function))
                                .getValue()
                                .at("/Properties/PolicyDocument/Statement")
                                .spliterator(),
                        false)
                .toList();
    }

    private static String role(String function) {
        return RESOURCES
                .function(Environment.DEV, function)
                .getValue()
                .at("/Properties/Role/Fn::GetAtt/0")
                .asText();
    }

    private static List<String> texts(JsonNode oneOrMany) {
        return oneOrMany.isArray()
                ? StreamSupport.stream(oneOrMany.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(oneOrMany.asText());
    }
}
