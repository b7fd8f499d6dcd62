package waggle.acceptance.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import waggle.acceptance.exchange.Documentation;
import waggle.acceptance.exchange.Reply;
import waggle.model.Patience;

/** A client that sends requests that no client library would send. */
public final class Wire {
    private Wire() {}

    /**
     * Sends a request and reads the whole reply.
     *
     * @param target the request target, sent unchanged
     * @param headers one per line
     */
    public static String get(URI server, String target, String headers) throws IOException {
        try (var socket = connect(server)) {
            socket.setSoTimeout((int) Patience.LONGEST.toMillis());
            var request = "GET " + target + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n"
                    + headers.lines().map(line -> line + "\r\n").reduce("", String::concat) + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            verify(server, target, reply);
            return reply;
        }
    }

    /** A target that is not a URI belongs to no operation. */
    private static void verify(URI server, String target, String reply) {
        try {
            Documentation.verifyReply("GET", server.resolve(new URI(target)), parsed(reply));
        } catch (URISyntaxException e) {
            assertThat(status(reply)).isBetween(400, 499);
        }
    }

    private static Reply parsed(String reply) {
        var parts = reply.split("\r\n\r\n", 2);
        var headers = parts[0].lines()
                .skip(1)
                .map(line -> line.split(":\\s*", 2))
                .collect(Collectors.groupingBy(
                        line -> line[0], Collectors.mapping(line -> line[1], Collectors.toList())));
        return new Reply("GET", status(reply), HttpHeaders.of(headers, (name, value) -> true), parts[1]);
    }

    /** The status of a reply. */
    public static int status(String reply) {
        return Integer.parseInt(reply.split(" ", 3)[1]);
    }

    private static Socket connect(URI server) throws IOException {
        var isSecure = "https".equals(server.getScheme());
        var port = server.getPort() == -1 ? (isSecure ? 443 : 80) : server.getPort();
        return isSecure
                ? SSLSocketFactory.getDefault().createSocket(server.getHost(), port)
                : new Socket(server.getHost(), port);
    }
}
