package waggle.model.idempotency;

/**
 * The replies to a request that was done.
 *
 * @param reply to the request itself
 * @param repeated to repetitions of the request: it has no value that is shown once
 */
public record Outcome(Reply reply, Reply repeated) {}
