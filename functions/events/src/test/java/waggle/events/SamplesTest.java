package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import waggle.model.json.Json;

/** The samples in {@code events/}, read by the code that AWS would hand them to. */
class SamplesTest {
    @Test
    void streamRecord_isTheEventOfThePayload() throws IOException {
        var record = StreamRecord.of(sample("stream-record").at("/Records/0"));

        assertThat(record.isEvent()).isTrue();
        assertThat(record.sequenceNumber()).isEqualTo("111");
        assertThat(Json.mapper().readTree(record.event().payload())).isEqualTo(sample("webhooks/tag.created"));
        assertThat(record.event().recordUuid()).hasToString("01936a2f-5c00-7000-8000-000000000102");
    }

    @Test
    void queueMessage_hasNothingButWhereWhatGoes() throws IOException {
        var message = Message.of(sample("queue-message")).getFirst();
        var shipment = message.shipment();
        var record = StreamRecord.of(sample("stream-record").at("/Records/0"));

        assertThat(shipment)
                .isEqualTo(new Shipment(
                        record.company(),
                        shipment.endpoint(),
                        record.uuid(),
                        record.event().recordUuid()));
        assertThat(Json.tree(shipment).fieldNames())
                .toIterable()
                .containsExactly("company", "endpoint", "event", "record", "occasion");
        assertThat(message.queueArn()).endsWith(".fifo");
    }

    private static JsonNode sample(String name) throws IOException {
        return Json.mapper().readTree(Path.of("../../events", name + ".json").toFile());
    }
}
