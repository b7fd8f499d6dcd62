package waggle.model.idempotency;

/**
 * A request with an idempotency key.
 *
 * @param key of the client, 1 to {@value #MAXIMUM_LENGTH} printable ASCII characters
 * @param fingerprint distinguishes the request from others with the same key
 */
public record Once(String key, String fingerprint) {
    public static final int MAXIMUM_LENGTH = 255;
}
