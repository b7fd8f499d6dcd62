package waggle.acceptance.live;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import waggle.acceptance.client.Wire;
import waggle.model.Patience;

/** A WebSocket whose client sends frames that no client library would send (RFC 6455 §5.2). */
final class RawSocket implements AutoCloseable {
    private static final int MASKED = 0x80;
    private static final int OPCODE = 0x0F;
    private static final int CLOSE = 0x8;
    private static final int TWO_BYTES = 126;
    private static final int SWITCHING_PROTOCOLS = 101;

    private final Socket socket;
    private final DataInputStream in;

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        socket.setSoTimeout((int) Patience.LONGEST.toMillis());
    }

    static RawSocket open(URI url) throws IOException {
        var raw = new RawSocket(new Socket(url.getHost(), url.getPort()));
        raw.write(("GET " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        var status = Wire.status(raw.head());
        if (status != SWITCHING_PROTOCOLS) {
            throw new IOException("The connection is refused with " + status);
        }
        return raw;
    }

    private String head() throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    /**
     * Sends a frame of at most 64 KiB.
     *
     * @param first FIN, the reserved bits and the opcode
     */
    RawSocket send(int first, boolean isMasked, byte... payload) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write(first);
        var mask = isMasked ? MASKED : 0;
        if (payload.length < TWO_BYTES) {
            frame.write(mask | payload.length);
        } else {
            frame.write(mask | TWO_BYTES);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        var key = new byte[isMasked ? 4 : 0];
        new Random(1).nextBytes(key);
        frame.writeBytes(key);
        IntStream.range(0, payload.length).forEach(i -> frame.write(isMasked ? payload[i] ^ key[i % 4] : payload[i]));
        write(frame.toByteArray());
        return this;
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The status with which the server closes the connection. Other frames before it are skipped. */
    int closed() throws IOException {
        while (true) {
            var opcode = in.readUnsignedByte() & OPCODE;
            var length = in.readUnsignedByte();
            var payload = in.readNBytes(length == TWO_BYTES ? in.readUnsignedShort() : length);
            if (opcode == CLOSE) {
                return Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
