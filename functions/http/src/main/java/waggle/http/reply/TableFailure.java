package waggle.http.reply;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/** Failures of the table after which a client can repeat its request (docs/api.md, "Statuses"). */
final class TableFailure {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private TableFailure() {}

    /** Whether a request failed at the table without a change: it only read, or there was no connection. */
    static boolean leftNothing(String method, Throwable error) {
        return causes(error).anyMatch(SdkException.class::isInstance)
                && (READING.contains(method) || causes(error).anyMatch(TableFailure::isNoConnection));
    }

    private static boolean isNoConnection(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof UnknownHostException;
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
    }
}
