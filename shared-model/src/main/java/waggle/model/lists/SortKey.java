package waggle.model.lists;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The value of a field to sort by. The values of one field are all numbers or all texts. */
record SortKey(boolean absent, BigDecimal number, String text) {
    private static final SortKey ABSENT = new SortKey(true, BigDecimal.ZERO, "");
    private static final Comparator<SortKey> BY_VALUE =
            Comparator.comparing(SortKey::number).thenComparing(SortKey::text);

    /** Absent values come last in both directions. */
    static Comparator<SortKey> order(boolean descending) {
        return Comparator.comparing(SortKey::absent).thenComparing(descending ? BY_VALUE.reversed() : BY_VALUE);
    }

    static SortKey of(Optional<Integer> place) {
        return place.map(number -> new SortKey(false, BigDecimal.valueOf(number), ""))
                .orElse(ABSENT);
    }

    static SortKey of(@Nullable AttributeValue value) {
        if (value == null) {
            return ABSENT;
        }
        return value.type() == AttributeValue.Type.N
                ? new SortKey(false, new BigDecimal(value.n()), "")
                : new SortKey(false, BigDecimal.ZERO, FoldedText.of(value.s()));
    }
}
