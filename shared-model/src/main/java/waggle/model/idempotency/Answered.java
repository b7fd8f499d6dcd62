package waggle.model.idempotency;

/** The key has a reply: the request was done before. */
public record Answered(Reply reply) implements Begun {}
