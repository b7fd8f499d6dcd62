package waggle.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import waggle.infra.environment.Environment;

@ResourceLock(Synthesis.CDK)
final class WaggleStackTest {

    @ParameterizedTest
    @EnumSource
    void stack_hasNoFindings(Environment environment) {
        var annotations = Annotations.fromStack(Synthesis.stack(environment));

        annotations.hasNoError("*", Match.anyValue());
        annotations.hasNoWarning("*", Match.anyValue());
    }

    @Test
    void outputs_areThoseOfOperatorsAndScript() {
        var resources = Synthesis.resources(Environment.DEV);
        var outputs = Synthesis.template(Environment.DEV).get("Outputs");

        assertThat(outputs.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("BaseUrl", "Documentation", "TableName", "UsagePlanId", "RestApiId");
        assertThat(outputs.at("/TableName/Value/Ref").asText())
                .isEqualTo(resources.only("AWS::DynamoDB::GlobalTable").getKey());
        assertThat(outputs.at("/UsagePlanId/Value/Ref").asText())
                .isEqualTo(resources.only("AWS::ApiGateway::UsagePlan").getKey());
        assertThat(outputs.at("/RestApiId/Value/Ref").asText())
                .isEqualTo(resources.only("AWS::ApiGateway::RestApi").getKey());
    }

    @ParameterizedTest
    @CsvSource({"BaseUrl, /v1", "Documentation, /docs"})
    void url_hasStageAndPathOfApi(String output, String path) {
        var parts = Synthesis.template(Environment.DEV).at("/Outputs/" + output + "/Value/Fn::Join/1");

        assertThat(parts.get(0).asText()).isEqualTo("https://");
        assertThat(parts.get(parts.size() - 1).asText()).isEqualTo(path);
    }
}
