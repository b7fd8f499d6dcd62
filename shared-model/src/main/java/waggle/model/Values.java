package waggle.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a record makes of lists and maps that a client wrote. */
public final class Values {
    private Values() {}

    /** Each element once, in the order of their first; none where there is no list. */
    public static <E> List<E> distinct(@Nullable List<E> elements) {
        return elements == null ? List.of() : new ArrayList<>(new LinkedHashSet<>(elements));
    }

    /** The entries that have a value: null is as if the entry were not there. */
    public static <V> Map<String, V> present(@Nullable Map<String, V> entries) {
        var present = new LinkedHashMap<>(Objects.requireNonNullElse(entries, Map.<String, V>of()));
        present.values().removeIf(Objects::isNull);
        return present;
    }
}
