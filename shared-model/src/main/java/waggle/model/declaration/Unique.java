package waggle.model.declaration;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A text that no two records of a resource share. Case is ignored, accents are not (docs/api.md, "Conventions").
 *
 * @param field the field's name as clients write it
 * @param within the part of the collection in which the text is unique, such as a kind; an empty text for the whole
 * @param value the text; null in a record without one
 */
public record Unique<T>(String field, Function<T, String> within, Function<T, @Nullable String> value) {

    /** The text in the form that is compared, with the part of the collection before it. Empty in a record without a text. */
    public Optional<String> folded(T record) {
        return Optional.ofNullable(value.apply(record))
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC))
                .map(text -> within.apply(record) + "#"
                        + text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }
}
