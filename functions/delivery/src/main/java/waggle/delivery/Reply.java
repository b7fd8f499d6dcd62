package waggle.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** The part of a reply that has arrived. One thread reads the reply; another may take the part at any time. */
final class Reply {
    private static final int LIMIT = 1_024;

    private final byte[] bytes = new byte[LIMIT];

    /** Written after the bytes that it counts, so that a thread that sees the length also sees the bytes. */
    private volatile int length;

    private volatile @Nullable Head head;

    /**
     * Status and headers.
     *
     * @param retryAfter value of the header; null without one
     */
    record Head(int status, @Nullable String retryAfter) {}

    Optional<Head> head() {
        return Optional.ofNullable(head);
    }

    String text() {
        return ReplyText.from(bytes, length);
    }

    /** Reads the head and the first KiB of the body. */
    void read(ClassicHttpResponse response) throws IOException {
        var retryAfter = Optional.ofNullable(response.getFirstHeader(RetryAfter.HEADER));
        head = new Head(response.getCode(), retryAfter.map(Header::getValue).orElse(null));
        if (response.getEntity() != null) {
            read(response.getEntity().getContent());
        }
    }

    private void read(InputStream body) throws IOException {
        var filled = 0;
        while (filled < LIMIT) {
            var count = body.read(bytes, filled, LIMIT - filled);
            if (count < 0) {
                return;
            }
            filled += count;
            length = filled;
        }
    }
}
