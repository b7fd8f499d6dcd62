package waggle.model.idempotency;

/** The request was done before, with this reply. */
public record Answered(Reply reply) implements Begun {}
