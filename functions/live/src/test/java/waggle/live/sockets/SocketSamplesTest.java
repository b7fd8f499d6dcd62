package waggle.live.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.model.json.Json;

/** The samples of API Gateway's events ({@code events/README.md}). */
class SocketSamplesTest {
    @Test
    void connect_hasATicket() throws IOException {
        var event = read("socket-connect.json");

        assertThat(event.type()).isEqualTo(SocketEvent.Type.CONNECT);
        assertThat(event.ticket()).hasValue("SampleTicketThatOpensNothingAtAll0123456789");
        assertThat(event.authorization()).isEmpty();
        assertThat(event.connection()).isEqualTo("L0SM9cOFvHcCIhw=");
    }

    @Test
    void message_isAFrame() throws IOException {
        var event = read("socket-message.json");

        assertThat(event.type()).isEqualTo(SocketEvent.Type.MESSAGE);
        assertThat(Frame.read(event.body()))
                .isEqualTo(new Frame.Subscribe("board", List.of("deal.*"), List.of(), false, null));
    }

    private static SocketEvent read(String name) throws IOException {
        return new SocketEvent(
                Json.mapper().readTree(Path.of("..", "..", "events", name).toFile()));
    }
}
