package waggle.infra.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.infra.FunctionIds;
import waggle.infra.Resources;
import waggle.infra.Synthesis;

final class EnvironmentsTest {
    private static final Resources PROD = Synthesis.resources(Environment.PROD);

    @Test
    void webAcl_limitsAddresses_inProduction() {
        assertLimitsAddresses(PROD);
    }

    static void assertLimitsAddresses(Resources resources) {
        var acl = resources.only("AWS::WAFv2::WebACL");
        var association =
                resources.only("AWS::WAFv2::WebACLAssociation").getValue().get("Properties");
        var rules = acl.getValue().at("/Properties/Rules");

        assertThat(rules).hasSize(1);
        assertThat(rules.at("/0/Statement/RateBasedStatement")).hasToString("""
                {"AggregateKeyType":"IP","Limit":10000}""");
        assertThat(rules.at("/0/Action").has("Block")).isTrue();
        assertThat(association.at("/WebACLArn/Fn::GetAtt/0").asText()).isEqualTo(acl.getKey());
        assertThat(association.get("ResourceArn").findValuesAsText("Ref"))
                .contains(resources.only("AWS::ApiGateway::Stage").getKey());
    }

    /** An alarm of the API undoes the shift. */
    @Test
    void production_shiftsFunctionsOfApiStepByStep() {
        var alarm = PROD.with("AWS::CloudWatch::Alarm", "AlarmName", Environment.PROD.nameOf("api-errors"))
                .getKey();
        var groups = PROD.ofType("AWS::CodeDeploy::DeploymentGroup");

        assertThat(groups.values()).map(group -> group.get("Properties")).allSatisfy(group -> {
            assertThat(group.get("DeploymentConfigName").asText())
                    .isEqualTo("CodeDeployDefault.LambdaLinear10PercentEvery1Minute");
            assertThat(group.at("/AlarmConfiguration/Alarms/0/Name/Ref").asText())
                    .isEqualTo(alarm);
            assertThat(group.at("/AutoRollbackConfiguration/Events").toString()).contains("DEPLOYMENT_STOP_ON_ALARM");
        });
        assertThat(FunctionIds.functionsOfTheApi().map(id -> PROD.alias(Environment.PROD, id)
                        .getValue()
                        .at("/UpdatePolicy/CodeDeployLambdaAliasUpdate/DeploymentGroupName/Ref")
                        .asText()))
                .containsExactlyInAnyOrderElementsOf(groups.keySet());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROD")
    void otherEnvironments_haveNoWebAcl_andShiftAtOnce(Environment environment) {
        var resources = Synthesis.resources(environment);

        assertThat(resources.ofType("AWS::WAFv2::WebACL")).isEmpty();
        assertThat(resources.ofType("AWS::CodeDeploy::DeploymentGroup")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void costs_areThoseOfEnvironment(Environment environment) {
        var tag = "{\"Key\":\"waggle:environment\",\"Value\":\"" + environment.id() + "\"}";
        var resources = Synthesis.resources(environment);

        assertThat(resources.only("AWS::DynamoDB::GlobalTable").getValue().at("/Properties/Replicas/0/Tags/0"))
                .hasToString(tag);
        for (var type : new String[] {
            "AWS::Lambda::Function", "AWS::SQS::Queue", "AWS::Logs::LogGroup", "AWS::ApiGateway::Stage"
        }) {
            assertThat(resources.ofType(type).values())
                    .allSatisfy(resource ->
                            assertThat(resource.at("/Properties/Tags/0")).hasToString(tag));
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneOfAHundredRequests_isTraced(Environment environment) {
        var rule = Synthesis.resources(environment)
                .only("AWS::XRay::SamplingRule")
                .getValue()
                .at("/Properties/SamplingRule");

        assertThat(rule.get("FixedRate").asDouble()).isEqualTo(0.01);
        assertThat(rule.get("ReservoirSize").asInt(-1)).isZero();
        assertThat(rule.get("ServiceName").asText()).isEqualTo(environment.nameOf("api") + "/" + environment.id());
    }
}
