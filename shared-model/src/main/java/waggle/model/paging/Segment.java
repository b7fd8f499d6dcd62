package waggle.model.paging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;

/**
 * A range of a partition's sort keys, from its cut to the cut of the next segment, with the number of records in it.
 * Every page reads all segments of its partition, so their items are small: names of one letter, and cuts instead of
 * whole keys.
 *
 * @param cut not above any key of the segment, and above all keys before it; {@link #OLDEST} in the oldest segment
 * @param greatest the end of the second of the greatest key that an open segment ever had; null in a closed segment
 * @param end the cut of the next segment; null in an open segment
 */
public record Segment(
        String cut,
        int count,
        @Nullable String greatest,
        @Nullable String end) {
    /** Below every uuid. */
    public static final String OLDEST = "0";

    /** Above every uuid. */
    public static final String NEWEST = "g";

    /** The latest time of a version 7 UUID. */
    private static final long LATEST = (1L << 48) - 1;

    public static final String COUNT = "n";
    public static final String GREATEST = "m";

    /** The cut of the next segment, which a closed segment has in place of the greatest key. */
    public static final String END = "e";

    /** The item of a new, open segment, or of one of its lanes. */
    public static Map<String, AttributeValue> begun(ItemKey segment, int count, String greatest) {
        var item = segment.attributes();
        item.put(COUNT, AttributeValue.fromN(Integer.toString(count)));
        item.put(GREATEST, AttributeValue.fromS(greatest));
        return item;
    }

    /** The item of a segment to which no record will be added. */
    public static Map<String, AttributeValue> complete(ItemKey segment, int count, String end) {
        var item = segment.attributes();
        item.put(COUNT, AttributeValue.fromN(Integer.toString(count)));
        item.put(END, AttributeValue.fromS(end));
        return item;
    }

    /** A text above every key of the same second. */
    public static String endOfSecond(String key) {
        var time = Instant.ofEpochMilli(UUID.fromString(key).getMostSignificantBits() >>> 16);
        return at(time.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    }

    /** A text not above any key from a time on: version 7 UUIDs begin with their time (RFC 9562 §5.7). */
    public static String at(Instant time) {
        var milliseconds = Math.clamp(time.toEpochMilli(), 0, LATEST);
        return "%08x-%04x".formatted(milliseconds >>> 16, milliseconds & 0xFFFF);
    }

    /**
     * The greatest text below a cut, for ranges that include their end.
     */
    public static String below(String cut) {
        var last = cut.length() - 1;
        return cut.substring(0, last) + (char) (cut.charAt(last) - 1) + NEWEST;
    }

    /**
     * The shortest prefix of a key that is above a smaller key; 13 of 36 characters if the keys are a millisecond
     * apart.
     */
    public static String cut(String smaller, String key) {
        var length = 1;
        while (smaller.startsWith(key.substring(0, length))) {
            length++;
        }
        return key.substring(0, length);
    }
}
