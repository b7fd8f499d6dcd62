package waggle.http.request;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.declaration.Write;
import waggle.model.idempotency.Once;
import waggle.model.idempotency.Outcome;
import waggle.model.idempotency.Reply;
import waggle.model.write.Parts;
import waggle.model.write.Writes;

/** Runs a request's write once per {@code Idempotency-Key} (docs/api.md, "Idempotency"). */
public final class Idempotency {
    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1," + Once.MAXIMUM_LENGTH + "}");

    private final @Nullable Once once;
    private final Writes writes;

    private Idempotency(@Nullable Once once, Writes writes) {
        this.once = once;
        this.writes = writes;
    }

    /** @throws WaggleException if the header is not a valid key */
    static Idempotency of(GatewayEvent event, Writes writes) {
        var keys = event.headers(HEADER);
        if (keys.isEmpty()) {
            return new Idempotency(null, writes);
        }
        if (keys.size() > 1 || !PRINTABLE.matcher(keys.getFirst()).matches()) {
            throw WaggleException.invalid(
                    List.of(new Fault(HEADER, "must be one text of 1 to 255 printable characters")));
        }
        return new Idempotency(new Once(keys.getFirst(), RequestFingerprint.of(event)), writes);
    }

    /**
     * Runs a unit of work, or returns the reply of its first run.
     *
     * @param work returns the replies to the request and to its repetitions
     * @throws WaggleException if the write is refused, which frees the key; if the key was used for another request; or
     *     if the first run has not ended
     */
    public MutableHttpResponse<String> once(Actor actor, Function<Write, Outcome> work) {
        var replied = writes.once(actor, once, work);
        var reply = reply(replied.reply());
        return replied.isReplayed() ? reply.header(REPLAYED, "true") : reply;
    }

    /**
     * Runs a request of several parts, each once for the key.
     *
     * @throws WaggleException if the key was used for another request, or if the first run has not ended
     */
    public <R> MutableHttpResponse<R> inParts(Actor actor, Function<Parts, R> work) {
        return writes.inParts(actor, once, parts -> {
            var reply = HttpResponse.ok(work.apply(parts));
            return parts.isReplay() ? reply.header(REPLAYED, "true") : reply;
        });
    }

    private static MutableHttpResponse<String> reply(Reply stored) {
        var reply = HttpResponse.<String>status(stored.status(), null);
        stored.headers().forEach(reply::header);
        Optional.ofNullable(stored.body())
                .ifPresent(body -> reply.body(body).contentType(MediaType.APPLICATION_JSON_TYPE));
        return reply;
    }
}
