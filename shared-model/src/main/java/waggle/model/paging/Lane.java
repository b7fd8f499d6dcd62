package waggle.model.paging;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.TableDesign;

/**
 * One item of a segment. A closed segment has lane 0 only; the records of an open one may be counted in several lanes.
 *
 * @param cut of the segment
 * @param greatest the end of the second of the greatest key that the lane ever counted; null in a closed segment
 * @param end the cut of the next segment; null in an open segment
 * @param lanes the number of lanes of the open segment; only lane 0 knows it
 */
record Lane(
        String cut,
        int number,
        int count,
        @Nullable String greatest,
        @Nullable String end,
        int lanes) {
    /** The lanes of a segment with several. */
    static final int MOST = 4;

    /** The number of lanes, in lane 0. */
    static final String LANES = "l";

    /** Below every character of a uuid, so the lanes of a cut lie between the cut and all keys above it. */
    private static final String SEPARATOR = "!";

    /** The sort key of a lane. */
    static String key(String cut, int number) {
        return number == 0 ? cut : cut + SEPARATOR + number;
    }

    /** A text not below the lanes of the segment that begins with a key. */
    static String above(String key) {
        return key + SEPARATOR + MOST;
    }

    static Lane of(Map<String, AttributeValue> item) {
        var key = text(item, TableDesign.SORT_KEY).orElseThrow().split(SEPARATOR, 2);
        return new Lane(
                key[0],
                key.length == 1 ? 0 : Integer.parseInt(key[1]),
                Integer.parseInt(Objects.requireNonNull(item.get(Segment.COUNT)).n()),
                text(item, Segment.GREATEST).orElse(null),
                text(item, Segment.END).orElse(null),
                Optional.ofNullable(item.get(LANES))
                        .map(lanes -> Integer.parseInt(lanes.n()))
                        .orElse(1));
    }

    private static Optional<String> text(Map<String, AttributeValue> item, String attribute) {
        return Optional.ofNullable(item.get(attribute)).map(AttributeValue::s);
    }

    String key() {
        return key(cut, number);
    }

    boolean isOpen() {
        return greatest != null;
    }
}
