package waggle.model;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifiers: version 7 UUIDs in lower case, which sort by the time of their creation (RFC 9562 §5.7). */
public final class Uuids {
    /** The form of an identifier, as a regular expression. */
    public static final String PATTERN = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    /** The form in which clients may write an identifier. */
    public static final String WRITTEN =
            "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-7[0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}";

    private static final Pattern COMPILED = Pattern.compile(WRITTEN);

    private static final int BYTES = 16;
    private static final long TIME = 0xFFFF_FFFF_FFFF_0000L;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Uuids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /**
     * The identifier of what follows from an event for someone. It is a function of both, so a repetition finds the same: the
     * event's time, and a hash of both identifiers in place of random bits.
     */
    public static UUID derived(UUID event, UUID other) {
        var hash = ByteBuffer.wrap(Sha256.bytes(ByteBuffer.allocate(2 * BYTES)
                .putLong(other.getMostSignificantBits())
                .putLong(other.getLeastSignificantBits())
                .putLong(event.getMostSignificantBits())
                .putLong(event.getLeastSignificantBits())
                .array()));
        var most = (event.getMostSignificantBits() & TIME) | VERSION | (hash.getLong() & 0xFFFL);
        return new UUID(most, VARIANT | (hash.getLong() >>> 2));
    }

    /**
     * An identifier of one day (in UTC) and one kind of events of a record: the start of the day, and a hash of the record and the
     * kind in place of random bits.
     */
    public static UUID ofDay(Instant time, UUID record, String kind) {
        var day = time.truncatedTo(ChronoUnit.DAYS).toEpochMilli();
        return derived(new UUID(day << Short.SIZE, kind.hashCode()), record);
    }

    /**
     * The identifier in a path.
     *
     * @throws WaggleException {@link ErrorCode#NOT_FOUND} if it is malformed (docs/api.md, "Identifiers")
     */
    public static UUID inPath(String text) {
        return parse(text).orElseThrow(() -> new WaggleException(ErrorCode.NOT_FOUND));
    }

    /** Parses an identifier in either case; empty if the text is not exactly one. */
    public static Optional<UUID> parse(String text) {
        return COMPILED.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
