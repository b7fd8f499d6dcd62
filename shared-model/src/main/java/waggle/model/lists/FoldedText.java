package waggle.model.lists;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import waggle.model.CaseFolding;
import waggle.model.CodePoints;

/**
 * Texts in the form for searches and sorting, without case, without Latin, Greek and Cyrillic accents, and with one kind of
 * apostrophe and of hyphen (docs/api.md, "Lists"). Kana marks and vowel signs stay.
 */
public final class FoldedText {
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]+");
    private static final Pattern APOSTROPHES =
            Pattern.compile("[`\\u00B4\\u02B9\\u02BB-\\u02BD\\u02C8\\u055A\\u2018-\\u201B\\u2032\\uA78C\\uFF07]");

    /** All dashes, the minus sign and the hyphen bullet. */
    private static final Pattern HYPHENS = Pattern.compile("[\\p{Pd}\\u2043\\u2212]");

    private static final String SOFT_HYPHEN = "\u00AD";

    /** Letters that Unicode does not decompose. */
    private static final Map<Character, String> LETTERS = Map.of(
            'ø', "o", 'ł', "l", 'đ', "d", 'ħ', "h", 'ŧ', "t", 'ı', "i", 'æ', "ae", 'œ', "oe", 'þ', "th", 'ð', "d");

    private FoldedText() {}

    public static String of(String text) {
        if (CodePoints.areAscii(text)) {
            return text.toLowerCase(Locale.ROOT).replace('`', '\'');
        }
        var plain = HYPHENS.matcher(APOSTROPHES.matcher(text).replaceAll("'")).replaceAll("-");
        var decomposed = Normalizer.normalize(plain.replace(SOFT_HYPHEN, ""), Normalizer.Form.NFKD);
        var folded = new StringBuilder();
        for (var c : CaseFolding.of(ACCENTS.matcher(decomposed).replaceAll("")).toCharArray()) {
            folded.append(LETTERS.getOrDefault(c, String.valueOf(c)));
        }
        return folded.toString();
    }
}
