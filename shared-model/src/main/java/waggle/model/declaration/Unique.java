package waggle.model.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waggle.model.CaseFolding;
import waggle.model.ExternalIds;

/**
 * Texts that no two records of a resource share (docs/api.md, "Conventions": Uniqueness).
 *
 * @param field the field's name as clients write it
 * @param texts of a record
 */
public record Unique<T>(String field, Function<T, List<Text>> texts) {

    /**
     * One text of a record.
     *
     * @param key the form that is compared
     * @param name of the text in a sentence: {@code email domain}
     * @param written the text as the record has it
     */
    public record Text(String key, String name, String written) {}

    /**
     * A text that is compared without case. Accents count.
     *
     * @param within the part of the collection in which the text is unique, such as a kind; an empty text for the whole
     * @param value the text; null in a record without one
     */
    static <T> Unique<T> folded(String field, Function<T, String> within, Function<T, @Nullable String> value) {
        return new Unique<>(field, record -> Optional.ofNullable(value.apply(record)).stream()
                .map(text -> new Text(within.apply(record) + "#" + CaseFolding.of(text), field.replace('_', ' '), text))
                .toList());
    }

    /** Identifiers in other systems, which are compared with case. */
    static <T> Unique<T> external(Function<T, Map<String, String>> ids) {
        return new Unique<>(ExternalIds.FIELD, record -> ids.apply(record).entrySet().stream()
                .map(id -> new Text(id.getKey() + "#" + id.getValue(), id.getKey() + " id", id.getValue()))
                .toList());
    }
}
