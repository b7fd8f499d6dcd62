package waggle.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import waggle.delivery.receiver.Receivers;

/** The text of a reply's body in an outcome. */
class ReplyBodyTest {
    @Test
    void body_longerThanAKibibyte_isCut() throws Exception {
        var body = "é".repeat(4_000).getBytes(UTF_8);
        body[1] = 'x';

        try (var receiver = replying("HTTP/1.1 500 x\r\nContent-Length: " + body.length + "\r\n\r\n", body)) {
            var text = post(receiver).body();

            assertThat(text).isEqualTo("\uFFFDx" + "é".repeat(511));
        }
    }

    @Test
    void body_cutWithinACharacter_omitsIt() throws Exception {
        var body = ("x" + "é".repeat(4_000)).getBytes(UTF_8);

        try (var receiver = replying("HTTP/1.1 500 x\r\n\r\n", body)) {
            assertThat(post(receiver).body()).isEqualTo("x" + "é".repeat(511));
        }
    }

    @Test
    void body_withControlCharacters_omitsThem() throws Exception {
        try (var receiver = Receiver.replying(
                "HTTP/1.1 400 x\r\nTransfer-Encoding: chunked\r\n\r\nc\r\na\u0000\u001b[31m\r\n\tb\u007f\r\n0\r\n\r\n")) {
            assertThat(post(receiver).body()).isEqualTo("a[31m\n\tb");
        }
    }

    @Test
    void body_compressed_isNotDecompressed() throws Exception {
        var packed = gzip(new byte[500_000]);
        try (var receiver = replying(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n", packed)) {
            var outcome = post(receiver);

            assertThat(outcome.isSuccess()).isTrue();
            assertThat(outcome.body()).isEqualTo(ReplyText.from(packed, packed.length));
            assertThat(receiver.requests().getFirst()).doesNotContainIgnoringCase("accept-encoding");
        }
    }

    private static Outcome post(Receiver receiver) {
        return new WebhookCall(Receivers.PUBLIC_AND_LOCAL).post(receiver.uri(), Map.of(), new byte[0]);
    }

    private static Receiver replying(String head, byte[] body) throws IOException {
        return Receiver.replying(head + new String(body, ISO_8859_1));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
