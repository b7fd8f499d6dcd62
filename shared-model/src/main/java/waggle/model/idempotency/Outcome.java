package waggle.model.idempotency;

/**
 * The replies to a request.
 *
 * @param reply to the first request
 * @param repeated to repetitions of the request, without values that are shown once
 */
public record Outcome(Reply reply, Reply repeated) {}
