package waggle.model.lists;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * The values by which lists filter, search and sort a record without reading it, and the time of its last change. A field
 * has no value where it is absent, and several where it is a list.
 */
public interface Facets {

    /** The time of creation, in epoch milliseconds. */
    long createdAt();

    /** The time of the last change, in epoch milliseconds. */
    long updated();

    /** Whether a field has a value. */
    boolean has(String field);

    /** Whether a value of a field passes a test. */
    boolean anyValue(String field, Predicate<String> test);

    /** Whether a value of a field, in the form for searches, passes a test. */
    boolean anyFolded(String field, Predicate<String> test);

    /** A value of a field. */
    default Optional<String> value(String field) {
        var found = new ArrayList<String>(1);
        anyValue(field, found::add);
        return found.stream().findFirst();
    }

    /** Whether a number in a field passes a test. */
    boolean anyNumber(String field, Predicate<BigDecimal> test);

    /** Whether a time in a field, in epoch milliseconds, passes a test. A date stands for its start in UTC. */
    default boolean anyTime(String field, LongPredicate test) {
        return anyValue(field, text -> test.test(milliseconds(text)));
    }

    private static long milliseconds(String text) {
        var isDate = text.length() == "2026-11-22".length();
        var time = isDate ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.parse(text);
        return time.toEpochMilli();
    }
}
