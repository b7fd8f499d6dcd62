package waggle.cloud.lambda;

/** A function that is invoked with the JSON of an event, whichever way it runs. */
public interface Lambda extends AutoCloseable {

    /**
     * Invokes the function and waits for its answer.
     *
     * @param event the JSON of the event
     * @return the JSON of the answer
     * @throws LambdaFailure when the function failed instead of answering
     */
    byte[] invoke(byte[] event);

    @Override
    void close();
}
