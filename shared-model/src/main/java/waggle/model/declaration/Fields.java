package waggle.model.declaration;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import waggle.model.records.Sums;

/**
 * What clients may do with single fields.
 *
 * @param immutable fields that keep the value the record was created with
 * @param fixedInUse fields that keep their value as long as other records refer to the record
 * @param readOnly fields of the shape that only Waggle writes
 * @param counts fields beside the shape: counts and sums of other records
 * @param sums fields beside the shape: sums of money of other records by currency
 */
public record Fields(
        List<String> immutable,
        List<String> fixedInUse,
        List<String> readOnly,
        List<String> counts,
        List<String> sums) {
    /** Clients may write every field. */
    public static final Fields FREE = new Fields(List.of(), List.of(), List.of(), List.of(), List.of());

    /** All fields that other records contribute to. */
    public List<String> contributed() {
        return Stream.concat(counts.stream(), sums.stream()).toList();
    }

    /** The counts of a record that nothing contributes to. */
    public Map<String, BigDecimal> zeros() {
        var zeros = new LinkedHashMap<String, BigDecimal>();
        counts.forEach(count -> zeros.put(count, BigDecimal.ZERO));
        sums.forEach(sum -> zeros.put(Sums.none(sum), BigDecimal.ZERO));
        return zeros;
    }

    /** Whether clients see a counter of a record. */
    public boolean shows(String counter) {
        return isSum(counter) || counts.stream().map(Counters::attribute).anyMatch(counter::equals);
    }

    /** Whether a counter is a sum of money in one currency. */
    public boolean isSum(String counter) {
        return sums.stream().anyMatch(sum -> Sums.isOf(sum, counter));
    }
}
