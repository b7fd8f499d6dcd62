package waggle.model.idempotency;

/**
 * A request that is to be done once.
 *
 * @param key the client's, 1 to {@value #MAXIMUM_LENGTH} printable ASCII characters
 * @param fingerprint tells the request from another with the same key
 */
public record Once(String key, String fingerprint) {
    public static final int MAXIMUM_LENGTH = 255;
}
