package waggle.model.paging;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/**
 * A range of a partition's sort keys, from its cut to the cut of the next segment, with the number of records in it.
 * Every page reads all segments of its partition, so their items are small: names of one letter, and cuts instead of
 * whole keys.
 *
 * @param cut not above any key of the segment, and above all keys before it; {@link #OLDEST} in the oldest segment
 * @param greatest the greatest key that an open segment ever had; null in a closed segment
 */
public record Segment(String cut, int count, @Nullable String greatest) {
    /** Below every uuid. */
    public static final String OLDEST = "0";

    /** Above every uuid. */
    public static final String NEWEST = "g";

    public static final String COUNT = "n";
    public static final String GREATEST = "m";

    /** The cut of the next segment, which a closed segment has in place of the greatest key. */
    public static final String END = "e";

    public static Segment of(Map<String, AttributeValue> item) {
        var greatest = item.get(GREATEST);
        return new Segment(
                Objects.requireNonNull(item.get(TableDesign.SORT_KEY)).s(),
                Integer.parseInt(Objects.requireNonNull(item.get(COUNT)).n()),
                greatest == null ? null : greatest.s());
    }

    /** The item of a new, open segment. */
    public static Map<String, AttributeValue> begun(ItemKey segment, int count, String greatest) {
        var item = segment.attributes();
        item.put(COUNT, AttributeValue.fromN(Integer.toString(count)));
        item.put(GREATEST, AttributeValue.fromS(greatest));
        return item;
    }

    /** A text above every key of the same second. */
    public static String endOfSecond(String key) {
        return at((milliseconds(key) / 1_000 + 1) * 1_000);
    }

    /** A text two minutes before a key: the clocks of two functions never differ by so much. */
    public static String wellBefore(String key) {
        return at(milliseconds(key) - 120_000);
    }

    /** A text not above any key from a time on: version 7 UUIDs begin with their time (RFC 9562 §5.7). */
    public static String at(long milliseconds) {
        return "%08x-%04x".formatted(milliseconds >>> 16, milliseconds & 0xFFFF);
    }

    private static long milliseconds(String key) {
        return UUID.fromString(key).getMostSignificantBits() >>> 16;
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
