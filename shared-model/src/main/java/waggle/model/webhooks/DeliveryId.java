package waggle.model.webhooks;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The uuid of the delivery of an event to an endpoint. It is a function of both, so a repetition finds the same
 * delivery.
 */
public final class DeliveryId {
    private static final long TIME = 0xFFFF_FFFF_FFFF_0000L;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private DeliveryId() {}

    /** A version 7 UUID with the event's time, and a hash of both uuids in place of random bits (RFC 9562 §5.7). */
    public static UUID of(UUID endpoint, UUID event) {
        var hash = ByteBuffer.wrap(hash(endpoint, event));
        var most = (event.getMostSignificantBits() & TIME) | VERSION | (hash.getLong() & 0xFFFL);
        return new UUID(most, VARIANT | (hash.getLong() >>> 2));
    }

    private static byte[] hash(UUID endpoint, UUID event) {
        var both = ByteBuffer.allocate(32)
                .putLong(endpoint.getMostSignificantBits())
                .putLong(endpoint.getLeastSignificantBits())
                .putLong(event.getMostSignificantBits())
                .putLong(event.getLeastSignificantBits())
                .array();
        try {
            return MessageDigest.getInstance("SHA-256").digest(both);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
