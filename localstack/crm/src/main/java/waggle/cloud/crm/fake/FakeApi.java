package waggle.cloud.crm.fake;

/** The API of one provider over the records of one account. */
public interface FakeApi {
    /** The records. */
    FakeAccount account();

    /**
     * The reply to a call.
     *
     * @throws IllegalArgumentException if a parameter or the body is malformed
     */
    Reply reply(Request request);

    /** The reply to a call that meets a fault. */
    Reply reply(Fault fault);

    /** Whether a call writes records. */
    boolean isWrite(Request request);
}
