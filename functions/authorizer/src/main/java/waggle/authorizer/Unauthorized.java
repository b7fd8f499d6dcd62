package waggle.authorizer;

/** API Gateway returns 401 if an authorizer fails with exactly this message, and 500 for any other. */
final class Unauthorized extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unauthorized() {
        super("Unauthorized", null, false, false);
    }
}
