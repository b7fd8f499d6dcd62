package waggle.model.store;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field that holds the uuid of another record, or a list of them. It cannot dangle: what is referred to must be there.
 * What is referred to cannot be deleted, unless it owns the record and takes it along.
 *
 * @param field such as {@code stage_uuid} or {@code tag_uuids}
 * @param target the resource whose records it refers to; asked for late, as resources may refer to each other
 * @param where what the record referred to must have in its fields, none of which may be changeable
 * @param count the field of the record referred to that says how many refer to it so, if there is one
 * @param owned whether the record referred to owns this one
 */
public record Reference(
        String field,
        Supplier<Resource<?>> target,
        Map<String, String> where,
        @Nullable String count,
        boolean owned) {
    private static final String ONE = "_uuid";
    private static final String MANY = "_uuids";

    public Reference {
        if (!field.endsWith(ONE) && !field.endsWith(MANY)) {
            throw new IllegalArgumentException(field + " is not named like a reference");
        }
    }

    public Reference(String field, Supplier<Resource<?>> target) {
        this(field, target, Map.of());
    }

    public Reference(String field, Supplier<Resource<?>> target, Map<String, String> where) {
        this(field, target, where, null, false);
    }

    /** A reference to the owner, which goes with all it owns and says how many these are. */
    public static Reference toOwner(String field, Supplier<Resource<?>> target, String count) {
        return new Reference(field, target, Map.of(), count, true);
    }

    /** The numbers of the record referred to that count the reference. */
    Set<String> counters() {
        return Stream.of(
                        owned ? Stream.<String>empty() : Stream.of(Uses.OF_RECORD),
                        count == null ? Stream.<String>empty() : Stream.of(count, Uses.MOVES))
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
    }

    /** What a client names in {@code expand}, and where the record then stands: {@code stage}, {@code tags}. */
    public String expansion() {
        return isMany()
                ? field.substring(0, field.length() - MANY.length()) + "s"
                : field.substring(0, field.length() - ONE.length());
    }

    public boolean isMany() {
        return field.endsWith(MANY);
    }
}
