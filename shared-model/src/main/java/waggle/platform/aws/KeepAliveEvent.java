package waggle.platform.aws;

/** The event that keeps an idle function alive: it has no request, no change and no message for any function. */
public final class KeepAliveEvent {
    /** The request id of calls that are no client's, which no metric counts. */
    public static final String REQUEST_ID = "priming";

    /** A gateway's request for no path, and a batch without records. */
    public static final String EVENT = """
            {"httpMethod":"GET","path":"","requestContext":{"requestId":"%s"},"Records":[]}""".formatted(REQUEST_ID);

    private KeepAliveEvent() {}
}
