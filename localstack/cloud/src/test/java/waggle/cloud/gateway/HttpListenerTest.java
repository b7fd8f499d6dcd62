package waggle.cloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.platform.gateway.GatewayReply;

class HttpListenerTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/tags", "/v1/tags?search=%ff", "/v1/{tags}"})
    void requestWithBody_toAnyTarget_leavesTheConnectionToTheNextRequest(String target) throws IOException {
        try (var listener = HttpListener.start(
                        0, request -> Reply.of(GatewayReply.DEFAULT_4XX, request.id(), request.method()));
                var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.getOutputStream().write(requests(target).getBytes(StandardCharsets.US_ASCII));

            var replies = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(replies).containsPattern("(?s)HTTP/1.1 400.*HTTP/1.1 400");
        }
    }

    /** A body that is larger than what the listener reads at once. */
    private static String requests(String target) {
        var body = "x".repeat(4 << 20);
        return """
                POST %s HTTP/1.1
                Host: localhost
                Content-Length: %d

                %sGET /v1/tags HTTP/1.1
                Host: localhost
                Connection: close

                """.formatted(target, body.length(), body).replace("\n", "\r\n");
    }
}
