package waggle.model.webhooks;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Names the delivery of an event to an endpoint: whoever makes it twice makes the same one. */
public final class DeliveryId {
    private static final long TIME = 0xFFFF_FFFF_FFFF_0000L;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private DeliveryId() {}

    /** The event's time, and where a version 7 UUID has chance, a hash of both (RFC 9562 §5.7). */
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
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
