package waggle.sockets;

/** The connections of clients, as API Gateway's management API offers them (docs/live.md). */
public interface SocketApi {
    /** The outcome of a message. */
    enum Outcome {
        /** The gateway has the message. */
        SENT,
        /** The connection is closed. */
        GONE,
        /** The gateway did not take the message, because the client does not read fast enough, or for another reason. */
        REFUSED
    }

    /**
     * Sends a message.
     *
     * @param connection API Gateway's id of the connection
     * @param message JSON of at most {@link waggle.model.live.LiveLimits#MESSAGE_BYTES} bytes
     */
    Outcome send(String connection, String message);

    /** Closes a connection; does nothing if it is closed already, or if the gateway does not reply. */
    void close(String connection);

    /** Whether a connection is open. It counts as open if the gateway does not reply. */
    boolean isOpen(String connection);
}
