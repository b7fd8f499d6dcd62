package waggle.cloud.lambda;

/** A failed invocation. The message is the error message that Lambda reports, like {@code Unauthorized}. */
public final class LambdaFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LambdaFailure(String message) {
        super(message);
    }
}
