package waggle.infra.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import waggle.infra.Resources;
import waggle.infra.Synthesis;

/** A stack with all options that differ from the default. */
@ResourceLock(Synthesis.CDK)
final class OptionsTest {
    private static final String STREAM =
            "arn:aws:dynamodb:eu-west-1:123456789012:table/waggle-restored/stream/2026-11-26T00:00:00.000";
    private static final Stack STACK = Synthesis.stack(
            Environment.DEV,
            Map.of(
                    "alarmEmail", "nobody@example.com",
                    "dev:alarmEmail", "operator@example.com",
                    "monthlyBudget", "50",
                    "concurrency", "10",
                    "webAcl", "on",
                    "tableName", "waggle-restored",
                    "tableStreamArn", STREAM,
                    "domainName", "api.example.com",
                    "certificateArn", "arn:aws:acm:eu-west-1:123456789012:certificate/1",
                    "backupVaultArn", "arn:aws:backup:eu-central-1:123456789012:backup-vault:waggle"));
    private static final JsonNode TEMPLATE = Synthesis.template(STACK);
    private static final Resources RESOURCES = new Resources(TEMPLATE.get("Resources"));

    @Test
    void stack_hasNoFindings() {
        var annotations = Annotations.fromStack(STACK);

        annotations.hasNoError("*", Match.anyValue());
        annotations.hasNoWarning("*", Match.anyValue());
    }

    @Test
    void alarms_writeToAddressOfEnvironment() {
        var topic = RESOURCES.only("AWS::SNS::Topic").getKey();
        var subscription = RESOURCES.only("AWS::SNS::Subscription").getValue().get("Properties");

        assertThat(subscription.get("Endpoint").asText()).isEqualTo("operator@example.com");
        assertThat(subscription.at("/TopicArn/Ref").asText()).isEqualTo(topic);
        assertThat(RESOURCES.ofType("AWS::CloudWatch::Alarm").values())
                .hasSameSizeAs(Synthesis.resources(Environment.DEV)
                        .ofType("AWS::CloudWatch::Alarm")
                        .values())
                .allSatisfy(alarm -> {
                    assertThat(alarm.at("/Properties/AlarmActions/0/Ref").asText())
                            .isEqualTo(topic);
                    assertThat(alarm.at("/Properties/OKActions/0/Ref").asText()).isEqualTo(topic);
                });
    }

    @Test
    void budget_warnsOfForecast() {
        var budget = RESOURCES.only("AWS::Budgets::Budget").getValue().get("Properties");

        assertThat(budget.at("/Budget/BudgetLimit/Amount").asInt()).isEqualTo(50);
        assertThat(budget.at("/NotificationsWithSubscribers/0/Subscribers/0/Address")
                        .asText())
                .isEqualTo("operator@example.com");
    }

    @Test
    void smallAccount_getsFewDeliveries_andEarlierAlarm() {
        var deliveries = RESOURCES
                .with(
                        "AWS::Lambda::EventSourceMapping",
                        "EventSourceArn/Fn::GetAtt/0",
                        RESOURCES.queue(Environment.DEV, "deliveries.fifo").getKey())
                .getValue();
        var busy = RESOURCES
                .with("AWS::CloudWatch::Alarm", "AlarmName", Environment.DEV.nameOf("functions-busy"))
                .getValue();

        assertThat(deliveries.at("/Properties/ScalingConfig/MaximumConcurrency").asInt())
                .isEqualTo(2);
        assertThat(busy.at("/Properties/Threshold").asInt()).isEqualTo(8);
    }

    @Test
    void restoredTable_isUsed_andNotCreated() {
        var variables =
                RESOURCES.function(Environment.DEV, "partners").getValue().at("/Properties/Environment/Variables");

        assertThat(RESOURCES.ofType("AWS::DynamoDB::GlobalTable")).isEmpty();
        assertThat(variables.get("WAGGLE_TABLE").asText()).isEqualTo("waggle-restored");
        assertThat(RESOURCES.ofType("AWS::Lambda::EventSourceMapping").values())
                .filteredOn(source ->
                        source.at("/Properties/EventSourceArn").asText().equals(STREAM))
                .hasSize(2);
        assertThat(TEMPLATE.at("/Outputs/TableName/Value").asText()).isEqualTo("waggle-restored");
    }

    @Test
    void domain_hasNoBasePath() {
        var domain = RESOURCES.only("AWS::ApiGateway::DomainName").getValue().get("Properties");
        var mapping =
                RESOURCES.only("AWS::ApiGateway::BasePathMapping").getValue().get("Properties");

        assertThat(domain.get("DomainName").asText()).isEqualTo("api.example.com");
        assertThat(domain.get("SecurityPolicy").asText()).startsWith("SecurityPolicy_TLS13_1_2_PFS");
        assertThat(mapping.has("BasePath")).isFalse();
        assertThat(mapping.at("/Stage/Ref").asText())
                .isEqualTo(RESOURCES.only("AWS::ApiGateway::Stage").getKey());
        assertThat(TEMPLATE.at("/Outputs/DomainTarget")).isNotEmpty();
    }

    @Test
    void backups_areCopiedDaily() {
        var rule = RESOURCES.only("AWS::Backup::BackupPlan").getValue().at("/Properties/BackupPlan/BackupPlanRule/0");

        assertThat(rule.at("/CopyActions/0/DestinationBackupVaultArn").asText()).endsWith("backup-vault:waggle");
        assertThat(RESOURCES.only("AWS::Backup::BackupSelection").getValue().toString())
                .contains("waggle-restored");
    }

    @Test
    void webAcl_limitsAddresses() {
        EnvironmentsTest.assertLimitsAddresses(RESOURCES);
    }
}
