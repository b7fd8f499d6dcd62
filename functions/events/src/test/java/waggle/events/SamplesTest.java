package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import waggle.events.queue.DeliveryTask;
import waggle.events.queue.Message;
import waggle.model.json.Json;

/** The samples in {@code events/}, read by the code that AWS passes such events to. */
class SamplesTest {
    @Test
    void streamRecord_containsTheEventOfThePayload() throws IOException {
        var record = StreamRecord.from(sample("stream-record").at("/Records/0"));

        assertThat(record.isEvent()).isTrue();
        assertThat(record.sequenceNumber()).isEqualTo("111");
        assertThat(Json.mapper().readTree(record.event().payload())).isEqualTo(sample("webhooks/tag.created"));
        assertThat(record.event().recordUuid()).hasToString("01936a2f-5c00-7000-8000-000000000102");
    }

    @Test
    void queueMessage_containsIdentifiersOnly() throws IOException {
        var message = Message.listFrom(sample("queue-message")).getFirst();
        var task = message.task();
        var record = StreamRecord.from(sample("stream-record").at("/Records/0"));

        assertThat(task)
                .isEqualTo(new DeliveryTask(
                        record.company(),
                        task.endpoint(),
                        record.uuid(),
                        record.event().recordUuid()));
        assertThat(Json.tree(task).fieldNames())
                .toIterable()
                .containsExactly("company", "endpoint", "event", "record", "trigger");
        assertThat(message.isInOrder()).isTrue();
    }

    private static JsonNode sample(String name) throws IOException {
        return Json.mapper().readTree(Path.of("../../events", name + ".json").toFile());
    }
}
