package waggle.infra.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.infra.FunctionIds;
import waggle.infra.Policies;
import waggle.infra.environment.Environment;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;

final class PermissionsTest {
    private static final String[] ITEM_ACTIONS = {
        "dynamodb:GetItem",
        "dynamodb:BatchGetItem",
        "dynamodb:Query",
        "dynamodb:ConditionCheckItem",
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
        "dynamodb:DeleteItem"
    };
    private static final String ENCRYPTION_CONTEXT = """
            {"Null":{"kms:EncryptionContext:company":"false","kms:EncryptionContext:endpoint":"false"}}""";

    static Stream<String> functions() {
        return FunctionIds.functions();
    }

    static Stream<String> functionsOfTheApi() {
        return FunctionIds.functionsOfTheApi();
    }

    @Test
    void authorizer_readsSingleKeys_andStoresTheirUse() {
        var statements = Policies.statements("authorizer").stream()
                .filter(Policies::isOfTable)
                .map(statement -> Policies.texts(statement.get("Action")) + " "
                        + statement.at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys"))
                .toList();

        assertThat(statements)
                .containsExactlyInAnyOrder("[dynamodb:GetItem] [\"KEY#*\"]", "[dynamodb:UpdateItem] [\"C#*#api_key\"]");
        assertThat(Policies.statements("authorizer").stream().filter(Policies::isOfTable))
                .allSatisfy(statement -> assertThat(statement.get("Resource")).hasToString(Policies.TABLE_ARN));
    }

    @ParameterizedTest
    @EnumSource
    void groupFunction_readsAndWritesRecords_withoutScanOrSettings(ResourceGroup group) {
        var statement = tableStatement(group.id(), "Allow");

        assertThat(Policies.texts(statement.get("Action"))).containsExactlyInAnyOrder(ITEM_ACTIONS);
        assertThat(statement.get("Resource"))
                .hasToString(
                        "[" + Policies.TABLE_ARN + ",{\"Fn::Join\":[\"\",[" + Policies.TABLE_ARN + ",\"/index/*\"]]}]");
    }

    @ParameterizedTest
    @EnumSource
    void groupFunction_isDeniedSecretsOfOthers(ResourceGroup group) {
        var statement = tableStatement(group.id(), "Deny");
        var keys = List.of("KEY#*", "C#*#SECRETS", "C#*#KEYPLAN");
        var tickets = List.of("TICKET#*");
        var webhooks = List.of("C#*#WEBHOOKSECRET");
        var crm = List.of("C#*#CRMCREDENTIALS");

        assertThat(Policies.texts(statement.get("Action"))).containsExactlyInAnyOrder(ITEM_ACTIONS);
        assertThat(statement.get("Resource")).hasToString(Policies.TABLE_ARN);
        assertThat(Policies.texts(statement.at("/Condition/ForAnyValue:StringLike/dynamodb:LeadingKeys")))
                .isEqualTo(
                        switch (group) {
                            case ACCOUNT -> all(List.of(tickets, webhooks, crm));
                            case WEBHOOKS -> all(List.of(keys, tickets, crm));
                            case CRM -> all(List.of(keys, tickets, webhooks));
                            case LIVE -> all(List.of(keys, webhooks, crm));
                            default -> all(List.of(keys, tickets, webhooks, crm));
                        });
    }

    private static List<String> all(List<List<String>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    /** Whoever may delete a ticket has its rights. */
    @Test
    void sockets_useTickets_andChangeConnections() {
        assertThat(Policies.onTable("sockets"))
                .containsExactlyInAnyOrder(
                        "GetItem KEY#*",
                        "GetItem C#*#api_key",
                        "GetItem C#*#CONNECTION",
                        "GetItem CONN#*",
                        "Query C#*#CONNECTION",
                        "Query C#*#event",
                        "PutItem C#*#CONNECTION",
                        "PutItem CONN#*",
                        "UpdateItem CONN#*",
                        "UpdateItem TICKET#*",
                        "DeleteItem C#*#CONNECTION",
                        "DeleteItem CONN#*");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void onlyFunctionsOfLiveUpdates_manageConnections_ofTheirApi(String id) {
        var connections = Policies.statements(id).stream()
                .filter(statement -> Policies.isOf("execute-api:", statement))
                .map(statement -> Policies.texts(statement.get("Action")) + " "
                        + Policies.joined(statement.get("Resource")).replaceFirst(".*:\\{", "{"));
        var api = Policies.RESOURCES.only("AWS::ApiGatewayV2::Api").getKey();

        assertThat(connections)
                .isEqualTo(
                        FunctionIds.functionsOfLiveUpdates().anyMatch(id::equals)
                                ? List.of("[execute-api:ManageConnections] {\"Ref\":\"" + api
                                        + "\"}/dev/*/@connections/*")
                                : List.of());
    }

    @Test
    void keyOfSecrets_encryptsInTheGroups_andDecryptsInTheirWorkers_forOneEndpoint() {
        var key =
                "{\"Fn::GetAtt\":[\"" + Policies.RESOURCES.only("AWS::KMS::Key").getKey() + "\",\"Arn\"]}";

        assertThat(functions().flatMap(id -> Policies.statements(id).stream()
                        .filter(statement -> Policies.isOf("kms:", statement))
                        .peek(statement -> assertThat(statement.get("Resource")).hasToString(key))
                        .map(statement ->
                                id + " " + Policies.texts(statement.get("Action")) + " " + statement.get("Condition"))))
                .containsExactlyInAnyOrder(
                        "webhooks [kms:Decrypt, kms:GenerateDataKey] " + ENCRYPTION_CONTEXT,
                        "dispatcher [kms:Decrypt] " + ENCRYPTION_CONTEXT,
                        "crm [kms:Decrypt, kms:GenerateDataKey] " + ENCRYPTION_CONTEXT,
                        "sync [kms:Decrypt, kms:GenerateDataKey] " + ENCRYPTION_CONTEXT);
    }

    @Test
    void account_createsKeysOfItsPlan_andDeletesThem() {
        var gateway = "arn:{\"Ref\":\"AWS::Partition\"}:apigateway:{\"Ref\":\"AWS::Region\"}::";
        var plan = Policies.RESOURCES.only("AWS::ApiGateway::UsagePlan").getKey();

        assertThat(Policies.statements("account").stream()
                        .filter(Policies::isOfGateway)
                        .map(statement -> Policies.texts(statement.get("Action")) + " "
                                + Policies.joined(statement.get("Resource"))))
                .containsExactlyInAnyOrder(
                        "[apigateway:GET, apigateway:POST] " + gateway + "/apikeys",
                        "[apigateway:DELETE] " + gateway + "/apikeys/*",
                        "[apigateway:POST] " + gateway + "/usageplans/{\"Ref\":\"" + plan + "\"}/keys");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void onlyAccount_hasPermissionsOnGateway(String id) {
        assertThat(Policies.statements(id).stream().anyMatch(Policies::isOfGateway))
                .isEqualTo(id.equals("account"));
    }

    @ParameterizedTest
    @MethodSource("functionsOfTheApi")
    void onlyCrm_ofTheApiFunctions_hasPermissionsOnQueues(String id) {
        assertThat(Policies.statements(id).stream().anyMatch(statement -> Policies.isOf("sqs:", statement)))
                .isEqualTo(id.equals("crm"));
    }

    @Test
    void site_readsOnlyTheStatus() {
        var statement = tableStatement(OpenPage.FUNCTION, "Allow");

        assertThat(Policies.texts(statement.get("Action"))).containsExactly("dynamodb:Query");
        assertThat(statement.at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys"))
                .hasToString("[\"STATUS\"]");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_otherwise_onlyLogsAndTraces(String id) {
        var logs = Stream.of("logs:CreateLogStream", "logs:PutLogEvents");
        var traces = functionsOfTheApi().anyMatch(id::equals)
                ? Stream.of("xray:PutTelemetryRecords", "xray:PutTraceSegments")
                : Stream.<String>of();

        assertThat(Policies.statements(id))
                .filteredOn(statement -> !Policies.isOfTable(statement)
                        && !Policies.isOfGateway(statement)
                        && !Policies.isOf("sqs:", statement)
                        && !Policies.isOf("execute-api:", statement)
                        && !Policies.isOf("kms:", statement))
                .flatExtracting(statement -> Policies.texts(statement.get("Action")))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(logs, traces).toList());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_writesOwnLogOnly(String id) {
        var logs = Policies.RESOURCES
                .function(Environment.DEV, id)
                .getValue()
                .at("/Properties/LoggingConfig/LogGroup/Ref")
                .asText();

        assertThat(Policies.statements(id))
                .filteredOn(statement -> Policies.texts(statement.get("Action")).contains("logs:PutLogEvents"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.get("Resource"))
                        .hasToString("{\"Fn::GetAtt\":[\"" + logs + "\",\"Arn\"]}"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_hasNoManagedPolicy(String id) {
        assertThat(Policies.RESOURCES
                        .all()
                        .at("/" + Policies.role(id) + "/Properties")
                        .has("ManagedPolicyArns"))
                .isFalse();
    }

    private static JsonNode tableStatement(String function, String effect) {
        var found = Policies.statements(function).stream()
                .filter(Policies::isOfTable)
                .filter(statement -> statement.get("Effect").asText().equals(effect))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
