package waggle.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The values that a filter accepts.
 *
 * @param expected the fault's message
 * @param reader the stored form of a value; empty for a value that cannot occur
 */
public record FilterType(String expected, Function<String, Optional<String>> reader) {
    public static final FilterType FLAG = oneOf("must be true or false", List.of("true", "false"));
    public static final FilterType TEXT = new FilterType(
            "must be texts of 1 to " + Limits.FILTER_CHARACTERS + " characters",
            text -> Optional.of(text).filter(value -> CodePoints.count(value, 1, Limits.FILTER_CHARACTERS)));

    /** One of some values. */
    public static FilterType oneOf(String expected, List<String> values) {
        return new FilterType(expected, text -> Optional.of(text).filter(values::contains));
    }

    /** The stored forms of some values; empty if one of them is invalid. */
    public Optional<Set<String>> read(List<String> texts) {
        var values = new ArrayList<String>();
        texts.forEach(text -> reader.apply(text).ifPresent(values::add));
        return values.size() == texts.size() ? Optional.of(new LinkedHashSet<>(values)) : Optional.empty();
    }
}
