package waggle.delivery;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;
import waggle.delivery.receiver.Deadline;
import waggle.delivery.receiver.Receivers;

/** Makes webhook calls. Instances are thread-safe, and calls share no state. */
public final class WebhookCall {
    /** The limit for a whole call, from name resolution to the last byte that is read. */
    public static final Duration DEADLINE = Duration.ofSeconds(15);

    private static final ContentType JSON = ContentType.create("application/json");

    private final Receivers receivers;
    private final Deadline deadline;
    private final Clock clock;
    private final Transport transport;

    /** Uses {@link #DEADLINE}, the system clock and the JDK's trust store. */
    public WebhookCall(Receivers receivers) {
        this(receivers, DEADLINE, Clock.systemUTC());
    }

    /**
     * Uses the JDK's trust store.
     *
     * @param deadline limit for a whole call
     * @param clock for the times in the outcome; the deadline itself is measured with {@link System#nanoTime}
     */
    public WebhookCall(Receivers receivers, Duration deadline, Clock clock) {
        this(receivers, deadline, clock, SSLContexts.createDefault());
    }

    WebhookCall(Receivers receivers, Duration deadline, Clock clock, SSLContext trust) {
        this.receivers = receivers;
        this.deadline = new Deadline(deadline);
        this.clock = clock;
        this.transport = new Transport(receivers, trust);
    }

    /**
     * Makes one POST of JSON and returns within the deadline. Every failure of the receiver is an outcome, not an
     * exception. A reply counts once its head is complete; its body is only stored for people to read.
     *
     * @param headers in addition to those of HTTP itself, usually {@link Signer#headers}
     * @throws CancellationException if this thread is interrupted
     */
    public Outcome post(URI url, Map<String, String> headers, byte[] body) {
        var at = clock.instant();
        var started = System.nanoTime();
        var reply = new Reply();
        var failure = receivers
                .syntaxFault(url.toString())
                .map(fault -> "the url " + fault)
                .or(() -> call(request(url, headers, body), reply));
        return outcome(at, Duration.ofNanos(System.nanoTime() - started), reply, failure.orElse(null));
    }

    private static HttpPost request(URI url, Map<String, String> headers, byte[] body) {
        var request = new HttpPost(URI.create(url.toASCIIString()));
        headers.forEach(request::setHeader);
        request.setHeader(HttpHeaders.CONNECTION, "close");
        request.setEntity(new ByteArrayEntity(body, JSON));
        return request;
    }

    private Optional<String> call(HttpPost request, Reply reply) {
        try {
            deadline.within(() -> exchange(request, reply), request::cancel);
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of("timed out after " + deadline);
        } catch (ExecutionException e) {
            return Optional.of(Failure.sentence(Objects.requireNonNullElse(e.getCause(), e)));
        }
    }

    /** Closes the client, which closes the connection. Closing the reply or its body would first read the rest of it. */
    private Reply exchange(HttpPost request, Reply reply) throws IOException {
        try (var client = transport.open()) {
            reply.read(client.executeOpen(null, request, null));
            return reply;
        }
    }

    private Outcome outcome(Instant at, Duration latency, Reply reply, @Nullable String failure) {
        return reply.head()
                .map(head -> new Outcome(
                        at, latency, head.status(), reply.text(), retryAfter(head), redirect(head.status())))
                .orElseGet(() -> new Outcome(at, latency, null, "", null, failure));
    }

    private @Nullable Duration retryAfter(Reply.Head head) {
        return Optional.ofNullable(head.retryAfter())
                .flatMap(header -> RetryAfter.from(header, clock.instant()))
                .orElse(null);
    }

    private static @Nullable String redirect(int status) {
        return status >= 300 && status < 400 ? "redirects are not followed" : null;
    }
}
