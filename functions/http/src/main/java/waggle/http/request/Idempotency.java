package waggle.http.request;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.idempotency.Answer;
import waggle.model.idempotency.Claim;
import waggle.model.idempotency.IdempotencyRecords;
import waggle.model.idempotency.IdempotencyRecords.Answered;
import waggle.model.idempotency.Once;
import waggle.model.store.Entity;
import waggle.model.store.Receipt;

/** Runs a request's write once per {@code Idempotency-Key} (docs/api.md, "Idempotency"). */
public final class Idempotency {
    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1," + Once.MAXIMUM_LENGTH + "}");

    private final @Nullable Once once;
    private final IdempotencyRecords records;

    private Idempotency(@Nullable Once once, IdempotencyRecords records) {
        this.once = once;
        this.records = records;
    }

    /** @throws WaggleException if the header is not a valid key */
    static Idempotency of(GatewayEvent event, IdempotencyRecords records) {
        var keys = event.headers(HEADER);
        if (keys.isEmpty()) {
            return new Idempotency(null, records);
        }
        if (keys.size() > 1 || !PRINTABLE.matcher(keys.getFirst()).matches()) {
            throw WaggleException.invalid(
                    List.of(new Fault(HEADER, "must be one text of 1 to 255 printable characters")));
        }
        return new Idempotency(new Once(keys.getFirst(), fingerprint(event)), records);
    }

    /**
     * Runs the write, or returns the reply of its first run.
     *
     * @param write writes, and adds the receipt to its transaction
     * @param answer makes the reply from the write's result
     * @throws WaggleException if the write is refused, which frees the key; if the key was used for another request; or
     *     if the first run has not ended
     */
    public HttpResponse<String> once(
            Actor actor, Function<Receipt, Entity<?>> write, Function<Entity<?>, Answer> answer) {
        if (once == null) {
            return reply(answer.apply(write.apply(Receipt.none())));
        }
        return switch (records.begin(actor.company(), once)) {
            case Answered before -> reply(before.answer()).header(REPLAYED, "true");
            case Claim claim -> reply(write(claim, write, answer));
        };
    }

    /** Only a refusal frees the key: after any other failure it is unknown what was written. */
    private static Answer write(Claim claim, Function<Receipt, Entity<?>> write, Function<Entity<?>, Answer> answer) {
        try {
            return answer.apply(write.apply((transaction, result) -> claim.answer(transaction, answer.apply(result))));
        } catch (WaggleException refusal) {
            claim.release();
            throw refusal;
        }
    }

    private static MutableHttpResponse<String> reply(Answer answer) {
        var reply = HttpResponse.<String>status(answer.status(), null);
        answer.headers().forEach(reply::header);
        Optional.ofNullable(answer.body())
                .ifPresent(body -> reply.body(body).contentType(MediaType.APPLICATION_JSON_TYPE));
        return reply;
    }

    private static String fingerprint(GatewayEvent event) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((event.getHttpMethod() + ' ' + event.getPath() + '\n').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(event.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
