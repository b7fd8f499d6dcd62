package waggle.cloud.lambda;

/** A function failed; the message is the function's own, as Lambda reports it ({@code Unauthorized}). */
public final class LambdaFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LambdaFailure(String message) {
        super(message);
    }
}
