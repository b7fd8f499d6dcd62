package waggle.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Normal forms of the lists and maps that clients send. */
public final class Values {
    private Values() {}

    /** Each element once, in the order of first occurrence; an empty list for null. */
    public static <E> List<E> distinct(@Nullable List<E> elements) {
        return elements == null ? List.of() : new ArrayList<>(new LinkedHashSet<>(elements));
    }

    /** The entries whose value is not null; an empty map for null. */
    public static <V> Map<String, V> present(@Nullable Map<String, V> entries) {
        var present = new LinkedHashMap<>(Objects.requireNonNullElse(entries, Map.<String, V>of()));
        present.values().removeIf(Objects::isNull);
        return present;
    }
}
