package waggle.cloud.lambda;

/** A function, in this process or in another one. */
public interface Lambda extends AutoCloseable {

    /**
     * Invokes the function and waits for its response.
     *
     * @param event the event as JSON
     * @return the response as JSON
     * @throws LambdaFailure if the function throws an exception, exits or times out, or the event or the response is too
     *     large
     */
    byte[] invoke(byte[] event);

    @Override
    void close();
}
