package waggle.cloud.lambda;

/** A failed invocation. The message is the error message that Lambda reports, like {@code Unauthorized}. */
public final class LambdaFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isRequestTooLarge;

    public LambdaFailure(String message) {
        this(message, false);
    }

    private LambdaFailure(String message, boolean isRequestTooLarge) {
        super(message);
        this.isRequestTooLarge = isRequestTooLarge;
    }

    static LambdaFailure requestTooLarge(int limit) {
        return new LambdaFailure(
                "Request must be smaller than " + limit + " bytes for the InvokeFunction operation", true);
    }

    static LambdaFailure responseTooLarge(int limit) {
        return new LambdaFailure("Response payload size exceeded maximum allowed payload size (" + limit + " bytes).");
    }

    /** Whether the event was larger than Lambda accepts, so that the function was not invoked. */
    public boolean isRequestTooLarge() {
        return isRequestTooLarge;
    }
}
