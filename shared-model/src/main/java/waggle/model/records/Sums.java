package waggle.model.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums of money among the counts of a record: a count for each currency, {@code deal_value#USD}. */
public final class Sums {
    private static final char SEPARATOR = '#';

    private Sums() {}

    /**
     * A sum in one currency, as clients see it.
     *
     * @param currencyCode ISO 4217
     * @param value in whole units of the currency
     */
    public record Sum(String currencyCode, BigDecimal value) {}

    /** The count that has a sum. */
    public static String of(String field, String currencyCode) {
        return field + SEPARATOR + currencyCode;
    }

    /** The count of value 0 that shows a field of sums although there are none. */
    public static String none(String field) {
        return of(field, "");
    }

    /** Whether a count is a sum of a field. */
    public static boolean isOf(String field, String count) {
        return count.startsWith(of(field, ""));
    }

    static Map<String, BigDecimal> read(JsonNode item, String field) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        sums.put(none(field), BigDecimal.ZERO);
        item.properties().stream()
                .filter(attribute -> isOf(field, attribute.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(attribute ->
                        sums.put(attribute.getKey(), attribute.getValue().decimalValue()));
        return sums;
    }

    /** The counts as fields of JSON; sums are lists by currency, without those that are zero. */
    static Map<String, Object> fields(Map<String, BigDecimal> counts) {
        var fields = new LinkedHashMap<String, Object>();
        counts.forEach((count, value) -> {
            var end = count.indexOf(SEPARATOR);
            if (end < 0) {
                fields.put(count, value);
            } else {
                add(fields, count.substring(0, end), new Sum(count.substring(end + 1), value));
            }
        });
        return fields;
    }

    @SuppressWarnings("unchecked") // no count has the name of a field of sums
    private static void add(Map<String, Object> fields, String field, Sum sum) {
        var sums = (List<Sum>) fields.computeIfAbsent(field, unused -> new ArrayList<Sum>());
        if (sum.value().signum() != 0) {
            sums.add(sum);
        }
    }
}
