package waggle.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.infra.environment.Environment;

/** CloudFormation replaces a resource whose logical id changes: data, URLs and the targets of a rollback would be lost. */
final class LogicalIdsTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.PROD);

    @ParameterizedTest
    @CsvSource({
        "AWS::DynamoDB::GlobalTable, Table7ABB320E",
        "AWS::ApiGateway::RestApi, Api9AF3637B",
        "AWS::ApiGateway::UsagePlan, ApiUsagePlan3C8F7672",
        "AWS::KMS::Key, SecretsKeyE4821A66"
    })
    void onlyResource_keepsItsId(String type, String id) {
        assertThat(RESOURCES.only(type).getKey()).isEqualTo(id);
    }

    @Test
    void queues_keepTheirIds() {
        assertThat(Stream.of("deliveries.fifo", "later", "relay-dead-letters")
                        .map(id -> RESOURCES.queue(Environment.PROD, id).getKey()))
                .containsExactly(
                        "EventsQueuesdeliveries19009010",
                        "EventsQueueslater1B509B25",
                        "EventsQueuesDeadLetters6D01CD3B");
    }

    /** The path of a function in the app is its id. */
    @ParameterizedTest
    @EnumSource
    void aliases_keepTheirIds(Environment environment) {
        assertThat(FunctionIds.functionsOfTheApi()
                        .map(id -> Synthesis.resources(environment)
                                .alias(environment, id)
                                .getKey())
                        .map(alias -> alias.substring(0, alias.length() - "26BB61D3".length())))
                .containsExactlyElementsOf(FunctionIds.functionsOfTheApi()
                        .map(id -> "Functions" + id + "Aliaslive")
                        .toList());
    }
}
