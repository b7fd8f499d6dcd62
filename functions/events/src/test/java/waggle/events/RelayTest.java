package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.events.queue.Message;
import waggle.model.Uuids;
import waggle.model.json.Json;
import waggle.platform.aws.KeepAliveEvent;
import waggle.platform.aws.Metrics;

/** Batches of the table's stream. */
class RelayTest {
    private final DeliveryScenario scenario = new DeliveryScenario();

    @Test
    void record_thatCannotBeRead_isParkedAndCounted_andTheOthersGoOn() throws IOException {
        scenario.endpoint("*");
        var first = record(Uuids.next());
        var broken = record(Uuids.next());
        ((ObjectNode) broken.at("/dynamodb/NewImage/data")).put("S", "{\"object\":");
        var ofNobody = record(Uuids.next());
        ((ObjectNode) ofNobody.at("/dynamodb/NewImage/pk")).put("S", "C#" + "-".repeat(36) + "#event");
        var last = record(Uuids.next());

        var out = new ByteArrayOutputStream();
        var relayed = printingTo(out, () -> scenario.relayFunction().relay(batch(first, broken, ofNobody, last)));

        assertThat(relayed.failed()).isEmpty();
        assertThat(relayed.companies()).containsExactly(scenario.company());
        assertThat(scenario.queues.receive(10))
                .extracting(Message::task)
                .extracting(task -> task.event().toString())
                .containsExactly(uuid(first), uuid(last));
        assertThat(scenario.queues.parked())
                .extracting(message -> Json.mapper().readTree(message).path("Keys"))
                .containsExactly(broken.at("/dynamodb/Keys"), ofNobody.at("/dynamodb/Keys"));
        var metric = Json.mapper()
                .readTree(
                        out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow());
        assertThat(metric.path(Metrics.UNREADABLE_RECORDS).asInt()).isEqualTo(1);
        assertThat(metric.at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asText())
                .isEqualTo(Metrics.UNREADABLE_RECORDS);
    }

    @Test
    void eventThatKeepsFunctionsAlive_hasNoRecordsAndNoMessages() throws IOException {
        var event = Json.mapper().readTree(KeepAliveEvent.EVENT);

        assertThat(scenario.relayFunction().relay(event).failed()).isEmpty();
        assertThat(Message.listFrom(event)).isEmpty();
        assertThat(scenario.queues.receive(10)).isEmpty();
    }

    private static Relay.Relayed printingTo(ByteArrayOutputStream out, Supplier<Relay.Relayed> work) {
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return work.get();
        } finally {
            System.setOut(before);
        }
    }

    private static JsonNode batch(JsonNode... records) {
        var batch = Json.mapper().createObjectNode();
        batch.putArray("Records").addAll(List.of(records));
        return batch;
    }

    private static String uuid(JsonNode record) {
        return record.at("/dynamodb/Keys/sk/S").asText();
    }

    /** The sample, as a new event of the scenario's company. */
    private JsonNode record(UUID uuid) throws IOException {
        var sample = Json.mapper()
                .readTree(Files.readString(Path.of("../../events/stream-record.json")))
                .at("/Records/0");
        Stream.of("Keys", "NewImage")
                .map(part -> sample.path("dynamodb").path(part))
                .forEach(item -> {
                    ((ObjectNode) item.path("pk")).put("S", "C#" + scenario.company() + "#event");
                    ((ObjectNode) item.path("sk")).put("S", uuid.toString());
                });
        ((ObjectNode) sample.at("/dynamodb/NewImage/timestamp")).put("S", Json.time(scenario.clock.instant()));
        return sample;
    }
}
