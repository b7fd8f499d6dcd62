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
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;

final class PermissionsTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);
    private static final String TABLE =
            RESOURCES.only("AWS::DynamoDB::GlobalTable").getKey();
    private static final String TABLE_ARN = "{\"Fn::GetAtt\":[\"" + TABLE + "\",\"Arn\"]}";

    static Stream<String> functions() {
        return FunctionsTest.functions();
    }

    static Stream<String> functionsOfTheApi() {
        return FunctionsTest.functionsOfTheApi();
    }

    static Stream<String> functionsOfEvents() {
        return FunctionsTest.functionsOfEvents();
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
    void relay_readsTheStreamAndWhoHears() {
        assertThat(onTable("relay"))
                .containsExactlyInAnyOrder(
                        "DescribeStream StreamArn",
                        "GetRecords StreamArn",
                        "GetShardIterator StreamArn",
                        "ListStreams StreamArn",
                        "Query C#*#webhook_endpoint");
    }

    @Test
    void relay_sendsDeliveriesAndWhatItGaveUp() {
        assertThat(onQueues("relay"))
                .containsExactlyInAnyOrder("SendMessage deliveries.fifo", "SendMessage relay-dead-letters");
    }

    @Test
    void dispatcher_readsWhatItDelivers_writesWhatCameOfIt_andDisablesEndpoints() {
        assertThat(onTable("dispatcher"))
                .containsExactlyInAnyOrder(
                        "GetItem C#*#webhook_endpoint",
                        "GetItem C#*#event",
                        "GetItem C#*#delivery",
                        "GetItem C#*#LANE#*",
                        "GetItem C#*#WEBHOOKSECRET",
                        "Query C#*#event#SEGMENT",
                        "Query C#*#audit_entry#SEGMENT",
                        "PutItem C#*#delivery",
                        "PutItem C#*#event",
                        "PutItem C#*#audit_entry",
                        "PutItem C#*#event#SEGMENT",
                        "PutItem C#*#audit_entry#SEGMENT",
                        "UpdateItem C#*#delivery",
                        "UpdateItem C#*#webhook_endpoint",
                        "UpdateItem C#*#LANE#*",
                        "UpdateItem C#*#event#SEGMENT",
                        "UpdateItem C#*#audit_entry#SEGMENT");
    }

    @Test
    void dispatcher_worksBothQueuesOff_putsOffUntilLater_andHandsOnWhatHasWaited() {
        assertThat(onQueues("dispatcher"))
                .containsExactlyInAnyOrder(
                        "ReceiveMessage deliveries.fifo",
                        "DeleteMessage deliveries.fifo",
                        "ChangeMessageVisibility deliveries.fifo",
                        "GetQueueAttributes deliveries.fifo",
                        "SendMessage deliveries.fifo",
                        "ReceiveMessage later",
                        "DeleteMessage later",
                        "ChangeMessageVisibility later",
                        "GetQueueAttributes later",
                        "SendMessage later");
    }

    @Test
    void sweeper_findsWhatIsDue_andMakesTheDeliveriesOfReplays() {
        assertThat(onTable("sweeper"))
                .containsExactlyInAnyOrder(
                        "Query /index/due",
                        "GetItem C#*#webhook_endpoint",
                        "GetItem C#*#delivery",
                        "GetItem C#*#replay",
                        "Query C#*#event",
                        "PutItem C#*#delivery",
                        "UpdateItem C#*#delivery",
                        "UpdateItem C#*#replay");
        assertThat(onQueues("sweeper")).containsExactly("SendMessage deliveries.fifo");
    }

    /** A transaction asks once for all its items of an action. */
    @ParameterizedTest
    @MethodSource("functionsOfEvents")
    void function_ofEvents_hasOneStatementForAnActionOnTheTable(String id) {
        assertThat(statements(id))
                .filteredOn(statement -> statement.path("Resource").toString().equals(TABLE_ARN))
                .flatExtracting(statement -> texts(statement.get("Action")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("functionsOfTheApi")
    void function_ofTheApi_mayDoNothingWithQueues(String id) {
        assertThat(statements(id)).noneMatch(statement -> isOf("sqs:", statement));
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
    void function_beyondTableGatewayAndQueues_onlyLogsAndTraces(String id) {
        assertThat(statements(id))
                .filteredOn(statement -> !isOfTable(statement) && !isOfGateway(statement) && !isOf("sqs:", statement))
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

    /** What a function may do with the table: an action and a pattern of partitions, its stream or an index each. */
    private static Stream<String> onTable(String function) {
        return statements(function).stream()
                .filter(PermissionsTest::isOfTable)
                .flatMap(statement -> pairs(statement, partsOfTable(statement)));
    }

    private static List<String> partsOfTable(JsonNode statement) {
        var resource = statement.get("Resource");
        if (resource.toString().equals(TABLE_ARN)) {
            return texts(statement.at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys"));
        }
        return List.of(
                resource.has("Fn::Join")
                        ? joined(resource).replace(TABLE_ARN, "")
                        : resource.at("/Fn::GetAtt/1").asText());
    }

    /** What a function may do with queues: an action and the last part of a name each. */
    private static Stream<String> onQueues(String function) {
        return statements(function).stream()
                .filter(statement -> isOf("sqs:", statement))
                .flatMap(statement -> pairs(
                        statement,
                        resources(statement).map(PermissionsTest::queue).toList()));
    }

    private static Stream<String> pairs(JsonNode statement, List<String> objects) {
        return texts(statement.get("Action")).stream()
                .map(action -> action.substring(action.indexOf(':') + 1))
                .flatMap(action -> objects.stream().map(object -> action + " " + object));
    }

    private static Stream<JsonNode> resources(JsonNode statement) {
        var resource = statement.get("Resource");
        return resource.isArray() ? resource.valueStream() : Stream.of(resource);
    }

    private static String queue(JsonNode arn) {
        var name = RESOURCES
                .all()
                .at("/" + arn.at("/Fn::GetAtt/0").asText() + "/Properties/QueueName")
                .asText();
        return name.substring(Environment.DEV.nameOf("").length());
    }

    private static JsonNode tableStatement(String function) {
        var found =
                statements(function).stream().filter(PermissionsTest::isOfTable).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static boolean isOfTable(JsonNode statement) {
        return isOf("dynamodb:", statement);
    }

    private static boolean isOfGateway(JsonNode statement) {
        return isOf("apigateway:", statement);
    }

    private static boolean isOf(String service, JsonNode statement) {
        return texts(statement.get("Action")).getFirst().startsWith(service);
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
