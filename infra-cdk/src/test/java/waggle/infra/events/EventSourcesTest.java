package waggle.infra.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.infra.Resources;
import waggle.infra.Synthesis;
import waggle.infra.environment.Environment;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.table.ItemKey;

final class EventSourcesTest {
    private static final String ALIAS = "FunctionName/Fn::Join/1/0/Fn::Select/1/Fn::Split/1/Ref";
    private static final Resources RESOURCES = Synthesis.resources(Environment.DEV);

    @Test
    void sources_areStreamTwice_andThreeQueues() {
        assertThat(RESOURCES.ofType("AWS::Lambda::EventSourceMapping")).hasSize(5);
    }

    @Test
    void stream_callsAliasOfRelay() {
        var source = stream();

        assertThat(source.at("/EventSourceArn/Fn::GetAtt/1").asText()).isEqualTo("StreamArn");
        assertThat(source.get("FunctionName").findValuesAsText("Ref")).containsExactly(alias("relay"));
    }

    @Test
    void stream_passesNewEventsAndHeartbeats() throws JsonProcessingException {
        var filters = stream().at("/FilterCriteria/Filters");

        assertThat(filters).hasSize(2);
        assertThat(Json.mapper().readTree(filters.at("/1/Pattern").asText())).hasToString("""
                {"dynamodb":{"NewImage":{"pk":{"S":["STATUS"]},"sk":{"S":[{"prefix":"DAY#"}]}}}}""");
        assertThat(Json.mapper().readTree(filters.at("/0/Pattern").asText())).hasToString("""
                {"eventName":["INSERT"],"dynamodb":{"NewImage":{"pk":{"S":[{"suffix":"#event"}]}}}}""");
    }

    @Test
    void live_readsTheStreamToo_withRevokedKeys() throws JsonProcessingException {
        var source = stream("live-relay");
        var filters = source.at("/FilterCriteria/Filters");

        assertThat(filters).hasSize(3);
        assertThat(filters.get(0)).isEqualTo(stream().at("/FilterCriteria/Filters/0"));
        assertThat(filters.get(1)).isEqualTo(stream().at("/FilterCriteria/Filters/1"));
        assertThat(Json.mapper().readTree(filters.at("/2/Pattern").asText())).hasToString("""
                {"dynamodb":{"NewImage":{"pk":{"S":[{"suffix":"#api_key"}]},"revoked_at":{"S":[{"exists":true}]}}}}""");
        assertThat(source.at("/EventSourceArn/Fn::GetAtt/1").asText()).isEqualTo("StreamArn");
        assertThat(source.get("ParallelizationFactor").asInt()).isEqualTo(1);
        assertThat(source.get("FunctionResponseTypes")).hasToString("[\"ReportBatchItemFailures\"]");
        assertThat(source.get("MaximumBatchingWindowInSeconds").asInt(-1)).isZero();
    }

    @Test
    void stream_filtersEventsByEndOfPartitionKey() throws JsonProcessingException {
        var pattern = stream().at("/FilterCriteria/Filters/0/Pattern").asText();
        var end = Json.mapper()
                .readTree(pattern)
                .at("/dynamodb/NewImage/pk/S/0/suffix")
                .asText();
        var company = UUID.randomUUID();
        var event = ItemKey.record(company, Event.NAME, UUID.randomUUID());

        assertThat(event.pk()).endsWith(end);
        assertThat(ItemKey.segments(event.pk())).doesNotEndWith(end);
        assertThat(ItemKey.idempotency(company, "#event").pk()).doesNotEndWith(end);
    }

    @Test
    void stream_startsAtOldestRecord_andKeepsOrderOfShard() {
        var source = stream();

        assertThat(source.get("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
        assertThat(source.get("BatchSize").asInt()).isEqualTo(100);
        assertThat(source.get("MaximumBatchingWindowInSeconds").asInt(-1)).isZero();
        assertThat(source.get("ParallelizationFactor").asInt()).isEqualTo(1);
        assertThat(source.has("TumblingWindowInSeconds")).isFalse();
    }

    @Test
    void failingBatch_isBisected_andEndsInDeadLetterQueue() {
        var source = stream();

        assertThat(source.get("FunctionResponseTypes")).hasToString("[\"ReportBatchItemFailures\"]");
        assertThat(source.get("BisectBatchOnFunctionError").asBoolean()).isTrue();
        assertThat(source.get("MaximumRetryAttempts").asInt()).isEqualTo(1_000);
        assertThat(source.at("/DestinationConfig/OnFailure/Destination/Fn::GetAtt/0")
                        .asText())
                .isEqualTo(
                        RESOURCES.queue(Environment.DEV, "relay-dead-letters").getKey());
    }

    /** A message in the dead-letter queue only has the position in the stream. */
    @Test
    void failingBatch_isGivenUp_whileStreamHasItsRecords() {
        assertThat(stream().get("MaximumRecordAgeInSeconds").asInt())
                .isEqualTo(12 * 60 * 60)
                .isLessThan(24 * 60 * 60);
    }

    @ParameterizedTest
    @CsvSource({"deliveries.fifo, dispatcher, 100", "later, dispatcher, 2", "crm.fifo, sync, 10"})
    void queue_callsAliasOfItsFunction_withLimitedConcurrency(String id, String function, int batches) {
        var source = source(RESOURCES.queue(Environment.DEV, id).getKey());

        assertThat(source.get("FunctionName").findValuesAsText("Ref")).containsExactly(alias(function));
        assertThat(source.get("BatchSize").asInt()).isEqualTo(10);
        assertThat(source.get("FunctionResponseTypes")).hasToString("[\"ReportBatchItemFailures\"]");
        assertThat(source.at("/ScalingConfig/MaximumConcurrency").asInt()).isEqualTo(batches);
    }

    private static JsonNode stream() {
        return stream("relay");
    }

    private static JsonNode stream(String function) {
        return RESOURCES
                .with("AWS::Lambda::EventSourceMapping", ALIAS, alias(function))
                .getValue()
                .get("Properties");
    }

    private static JsonNode source(String resource) {
        return RESOURCES
                .with("AWS::Lambda::EventSourceMapping", "EventSourceArn/Fn::GetAtt/0", resource)
                .getValue()
                .get("Properties");
    }

    private static String alias(String function) {
        return RESOURCES.alias(Environment.DEV, function).getKey();
    }
}
