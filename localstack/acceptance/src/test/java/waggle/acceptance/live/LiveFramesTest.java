package waggle.acceptance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;

/** Frames that violate the protocol close their connection, and no other one ({@code docs/live.md}, "Limits"). */
@SharedCompany
final class LiveFramesTest {
    /** FIN and the opcode (RFC 6455 §5.2). */
    private static final int TEXT = 0x81;

    private static final int CONTINUATION = 0x80;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int FIN = 0x80;

    /** Statuses of RFC 6455 §7.4.1. */
    private static final int PROTOCOL_ERROR = 1002;

    private static final int INVALID_PAYLOAD = 1007;
    private static final byte[] MESSAGE = "{\"action\":\"ping\"}".getBytes(StandardCharsets.UTF_8);

    private final Api api = Target.company().api();

    static Stream<Arguments> frames() {
        return Stream.of(
                arguments("a byte of no text", TEXT, true, bytes(0x7B, 0xFF, 0x7D), INVALID_PAYLOAD),
                arguments("a surrogate", TEXT, true, bytes(0xED, 0xA0, 0x80), INVALID_PAYLOAD),
                arguments("a character in too many bytes", TEXT, true, bytes(0xC0, 0xAF), INVALID_PAYLOAD),
                arguments("a character that is cut", TEXT, true, bytes(0xE2, 0x82), INVALID_PAYLOAD),
                arguments("the first reserved bit", TEXT | 0x40, true, MESSAGE, PROTOCOL_ERROR),
                arguments("the second reserved bit", TEXT | 0x20, true, MESSAGE, PROTOCOL_ERROR),
                arguments("the third reserved bit", TEXT | 0x10, true, MESSAGE, PROTOCOL_ERROR),
                arguments("a reserved opcode", FIN | 0x3, true, MESSAGE, PROTOCOL_ERROR),
                arguments("a reserved opcode of control", FIN | 0xB, true, MESSAGE, PROTOCOL_ERROR),
                arguments("no mask", TEXT, false, MESSAGE, PROTOCOL_ERROR),
                arguments("the end of no message", CONTINUATION, true, MESSAGE, PROTOCOL_ERROR),
                arguments("a ping in fragments", PING & ~FIN, true, MESSAGE, PROTOCOL_ERROR),
                arguments("a ping above 125 bytes", PING, true, new byte[126], PROTOCOL_ERROR),
                arguments("a farewell with half a status", CLOSE, true, bytes(0x03), PROTOCOL_ERROR));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void frame_thatViolatesTheProtocol_closesItsConnectionOnly(
            String what, int first, boolean isMasked, byte[] payload, int status) throws IOException {
        try (var other = LiveClient.open(api);
                var raw = RawSocket.open(LiveClient.ticket(api))) {
            assertThat(raw.send(first, isMasked, payload).closed()).isEqualTo(status);

            other.send("{\"action\":\"ping\"}");
            assertThat(other.next().has("pong")).isTrue();
        }
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
