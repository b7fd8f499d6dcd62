package waggle.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** What has come of a reply so far: one thread reads, while another waits for it and may take what is there at any time. */
final class Reply {
    private static final int LIMIT = 1_024;

    private final byte[] bytes = new byte[LIMIT];

    /** Written after the bytes it counts, so that whoever reads it sees them. */
    private volatile int length;

    private volatile @Nullable Head head;

    /**
     * What comes before the body.
     *
     * @param retryAfter the header as it was written
     */
    record Head(int status, @Nullable String retryAfter) {}

    Optional<Head> head() {
        return Optional.ofNullable(head);
    }

    String text() {
        return ReplyText.of(bytes, length);
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
