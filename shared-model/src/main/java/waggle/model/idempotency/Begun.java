package waggle.model.idempotency;

/** The state of an idempotency key that a request begins to use. */
public sealed interface Begun permits Claim, Answered {}
