package waggle.cloud.lambda;

/** The size limits of synchronous invocations (AWS Lambda Developer Guide, "Lambda quotas"). */
final class Payload {
    private static final int REQUEST_BYTES = 6 * 1024 * 1024;
    private static final int RESPONSE_BYTES = REQUEST_BYTES + 100;

    private Payload() {}

    /** @throws LambdaFailure if the event is larger than Lambda passes to a function */
    static byte[] request(byte[] event) {
        if (event.length > REQUEST_BYTES) {
            throw LambdaFailure.requestTooLarge(REQUEST_BYTES);
        }
        return event;
    }

    /** @throws LambdaFailure if the response is larger than Lambda takes from a function */
    static byte[] response(byte[] response) {
        if (response.length > RESPONSE_BYTES) {
            throw LambdaFailure.responseTooLarge(RESPONSE_BYTES);
        }
        return response;
    }
}
