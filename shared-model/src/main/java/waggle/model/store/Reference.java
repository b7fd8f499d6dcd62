package waggle.model.store;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A field that holds the uuid of another record, or a list of them. It cannot dangle: what is referred to must be there,
 * and cannot be deleted as long as it is referred to.
 *
 * @param field such as {@code stage_uuid} or {@code tag_uuids}
 * @param target the resource whose records it refers to; asked for late, as resources may refer to each other
 * @param where what the record referred to must have in its fields, none of which may be changeable
 */
public record Reference(String field, Supplier<Resource<?>> target, Map<String, String> where) {
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
