package waggle.model.idempotency;

/**
 * The reply to a request with an idempotency key, or without one.
 *
 * @param isReplayed whether an earlier request did the work
 */
public record Replied(Reply reply, boolean isReplayed) {}
