package waggle.cloud;

/**
 * A failure that the user of the command line can act on. The command line prints the message without a stack trace and
 * ends with exit code 1.
 */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes one sentence without a full stop. */
    public CommandFailure(String message) {
        super(message);
    }

    /** Takes one sentence without a full stop, and the exception behind it. */
    public CommandFailure(String message, Exception cause) {
        super(message, cause);
    }
}
