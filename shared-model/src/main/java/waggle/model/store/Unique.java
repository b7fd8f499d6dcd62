package waggle.model.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A text that no two records of a resource may share, whatever its case (contract §2).
 *
 * @param field the field's name as clients write it
 * @param within the part of the collection in which it is unique: a kind, or an empty text for the whole
 * @param value the text; a record without one shares nothing
 */
public record Unique<T>(String field, Function<T, String> within, Function<T, @Nullable String> value) {

    /** What is compared: composed, and in the one case that knows no exceptions. Empty where the record has no text. */
    Optional<String> folded(T record) {
        return Optional.ofNullable(value.apply(record))
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC))
                .map(text -> within.apply(record) + "#"
                        + text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }
}
