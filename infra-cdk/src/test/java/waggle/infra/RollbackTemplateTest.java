package waggle.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.infra.environment.Environment;
import waggle.model.json.Json;

/**
 * The template of an earlier release beside that of this one ({@code docs/runbook.md}, "Deployment and rollback").
 * {@code localstack/rollback-drill} synthesises the earlier one and runs this test.
 */
final class RollbackTemplateTest {
    /** The checkout of the earlier release, after a test of its infrastructure. */
    private static final String RELEASE = System.getProperty("waggle.release", "");

    /** Resources whose replacement or removal loses data, keys, or what an alias can go back to. */
    private static final List<String> LASTING = List.of(
            "AWS::DynamoDB::GlobalTable",
            "AWS::KMS::Key",
            "AWS::ApiGateway::RestApi",
            "AWS::ApiGateway::UsagePlan",
            "AWS::SQS::Queue",
            "AWS::Lambda::Function",
            "AWS::Lambda::Alias");

    @ParameterizedTest
    @EnumSource
    void resourcesOfTheReleaseBefore_stay_soThatAliasesCanGoBack(Environment environment) throws IOException {
        var before = before(environment);
        var now = Synthesis.resources(environment);

        for (var type : LASTING) {
            assertThat(now.ofType(type).keySet())
                    .as(type)
                    .containsAll(before.ofType(type).keySet());
        }
        assertThat(functions(now)).containsAll(functions(before));
        assertThat(before.ofType("AWS::Lambda::Version").values()).isNotEmpty().allSatisfy(version -> {
            assertThat(version.path("DeletionPolicy").asText()).isEqualTo("Retain");
            assertThat(version.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        });
    }

    @ParameterizedTest
    @EnumSource
    void tableOfTheReleaseBefore_hasItsKeysAndIndexesStill(Environment environment) throws IOException {
        var before = table(before(environment));
        var now = table(Synthesis.resources(environment));

        assertThat(now.path("KeySchema")).isEqualTo(before.path("KeySchema"));
        assertThat(now.path("TimeToLiveSpecification")).isEqualTo(before.path("TimeToLiveSpecification"));
        assertThat(now.path("GlobalSecondaryIndexes"))
                .as("an index that the release before reads")
                .containsAll(before.path("GlobalSecondaryIndexes"));
    }

    private static Resources before(Environment environment) throws IOException {
        assumeFalse(RELEASE.isEmpty(), "The drill needs an earlier release: localstack/rollback-drill COMMIT");
        var file = Path.of(RELEASE, "infra-cdk", "target", "cdk.out", "Waggle-" + environment.id() + ".template.json");
        return new Resources(Json.mapper().readTree(file.toFile()).required("Resources"));
    }

    private static Set<String> functions(Resources resources) {
        return resources.ofType("AWS::Lambda::Function").values().stream()
                .map(function -> function.at("/Properties/FunctionName").asText())
                .collect(Collectors.toSet());
    }

    private static JsonNode table(Resources resources) {
        return resources.only("AWS::DynamoDB::GlobalTable").getValue().path("Properties");
    }
}
