package waggle.model;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Unicode's full case folding after NFKC (docs/api.md, "Conventions": Uniqueness): texts that differ in case only become
 * equal. Accents and kana marks stay.
 */
public final class CaseFolding {
    /** Has no upper case of its own: the JDK's is I, from which Unicode's folding keeps it apart. */
    private static final int DOTLESS_I = 'ı';

    private CaseFolding() {}

    public static String of(String text) {
        if (CodePoints.areAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        var folded = new StringBuilder();
        // One by one, because the lower case of a sigma depends on the letters around it.
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(c -> folded.append(fold(c)));
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** Lower case makes ẞ to ß, upper case both to SS, and lower case that to ss. */
    private static String fold(int codePoint) {
        var letter = Character.toString(codePoint);
        return codePoint == DOTLESS_I
                ? letter
                : letter.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
