package waggle.infra.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.infra.Resources;
import waggle.infra.Synthesis;
import waggle.infra.environment.Environment;
import waggle.model.Limits;
import waggle.platform.aws.QueueFacts;

final class QueuesTest {
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);

    @Test
    void queues_areThreeWithDeadLetterQueues_andThatOfRelay() {
        assertThat(RESOURCES.ofType("AWS::SQS::Queue").values())
                .extracting(queue -> queue.at("/Properties/QueueName").asText())
                .containsExactlyInAnyOrder(
                        "waggle-dev-deliveries.fifo",
                        "waggle-dev-deliveries-dead-letters.fifo",
                        "waggle-dev-crm.fifo",
                        "waggle-dev-crm-dead-letters.fifo",
                        "waggle-dev-later",
                        "waggle-dev-later-dead-letters",
                        "waggle-dev-relay-dead-letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliveries.fifo", "deliveries-dead-letters.fifo"})
    void queueOfDeliveries_isHighThroughputFifo(String id) {
        var queue = queue(id);

        assertThat(queue.get("FifoQueue").asBoolean()).isTrue();
        assertThat(queue.get("DeduplicationScope").asText()).isEqualTo("messageGroup");
        assertThat(queue.get("FifoThroughputLimit").asText()).isEqualTo("perMessageGroupId");
        assertThat(queue.has("ContentBasedDeduplication")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"later", "later-dead-letters", "relay-dead-letters"})
    void otherQueue_isStandard(String id) {
        assertThat(queue(id).has("FifoQueue")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"deliveries.fifo, deliveries-dead-letters.fifo", "later, later-dead-letters"})
    void queue_movesMessageToDeadLetters_afterTenAttempts(String id, String deadLetters) {
        var redrive = queue(id).get("RedrivePolicy");

        assertThat(redrive.get("maxReceiveCount").asInt()).isEqualTo(10);
        assertThat(redrive.at("/deadLetterTargetArn/Fn::GetAtt/0").asText())
                .isEqualTo(RESOURCES.queue(Environment.DEV, deadLetters).getKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliveries.fifo", "later"})
    void queue_hidesMessage_longerThanTimeoutOfDispatcher(String id) {
        var dispatcher = RESOURCES.function(Environment.DEV, "dispatcher").getValue();

        assertThat(queue(id).get("VisibilityTimeout").asInt())
                .isEqualTo(Math.toIntExact(QueueFacts.VISIBILITY_TIMEOUT.toSeconds()))
                .isGreaterThan(dispatcher.at("/Properties/Timeout").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliveries.fifo", "later"})
    void queue_keepsMessages_longerThanEndpointMayFail(String id) {
        assertThat(queue(id).get("MessageRetentionPeriod").asInt())
                .isEqualTo(7 * 24 * 60 * 60)
                .isGreaterThan(Math.toIntExact(Limits.FAILING.toSeconds()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliveries-dead-letters.fifo", "later-dead-letters", "relay-dead-letters"})
    void deadLetterQueue_keepsMessagesTwoWeeks(String id) {
        assertThat(queue(id).get("MessageRetentionPeriod").asInt()).isEqualTo(14 * 24 * 60 * 60);
    }

    @ParameterizedTest
    @EnumSource
    void queue_isEncrypted(Environment environment) {
        assertThat(Synthesis.resources(environment).ofType("AWS::SQS::Queue").values())
                .isNotEmpty()
                .allSatisfy(queue -> assertThat(
                                queue.at("/Properties/SqsManagedSseEnabled").asBoolean())
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void queue_refusesRequestsWithoutTls(Environment environment) {
        var resources = Synthesis.resources(environment);

        assertThat(resources.ofType("AWS::SQS::Queue").keySet()).isNotEmpty().allSatisfy(queue -> assertThat(resources
                        .with("AWS::SQS::QueuePolicy", "Queues/0/Ref", queue)
                        .getValue()
                        .at("/Properties/PolicyDocument/Statement"))
                .hasToString("""
                        [{"Action":"sqs:*","Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny",\
                        "Principal":{"AWS":"*"},"Resource":{"Fn::GetAtt":["%s","Arn"]}}]""".formatted(queue)));
    }

    private static JsonNode queue(String id) {
        return RESOURCES.queue(Environment.DEV, id).getValue().get("Properties");
    }
}
