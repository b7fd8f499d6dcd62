package waggle.model.lists;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts in the form for comparisons without case and accents (docs/api.md, "Lists"). */
public final class FoldedText {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    /** Letters that Unicode does not decompose. */
    private static final Map<Character, String> LETTERS = Map.of(
            'ø', "o", 'ł', "l", 'đ', "d", 'ħ', "h", 'ŧ', "t", 'ı', "i", 'æ', "ae", 'œ', "oe", 'þ', "th", 'ð', "d");

    private FoldedText() {}

    public static String of(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text.toLowerCase(Locale.ROOT);
        }
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var folded = new StringBuilder();
        // Upper case first: it makes ß equal to ss, and the two lower-case sigmas equal.
        for (var c : MARKS.matcher(decomposed)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .toCharArray()) {
            folded.append(LETTERS.getOrDefault(c, String.valueOf(c)));
        }
        return folded.toString();
    }
}
