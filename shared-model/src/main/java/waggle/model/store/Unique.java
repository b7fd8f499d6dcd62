package waggle.model.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Function;

/**
 * A text that no two records of a resource may share, whatever its case (contract §2).
 *
 * @param field the field's name as clients write it
 * @param within the part of the collection in which it is unique: a kind, or an empty text for the whole
 * @param value the text
 */
public record Unique<T>(String field, Function<T, String> within, Function<T, String> value) {

    /** What is compared: composed, and in the one case that knows no exceptions. */
    String folded(T record) {
        var composed = Normalizer.normalize(value.apply(record), Normalizer.Form.NFC);
        return within.apply(record) + "#" + composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
