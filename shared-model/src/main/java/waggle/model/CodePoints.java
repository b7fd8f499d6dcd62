package waggle.model;

/** Texts as sequences of Unicode code points, which are the characters of the API (docs/api.md, "Texts"). */
public final class CodePoints {
    private static final char DELETE = '\u007F';

    private CodePoints() {}

    /** The length of a text, as OpenAPI's {@code maxLength} counts. */
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether the length of a text lies between two numbers, both included. */
    public static boolean count(String text, int least, int most) {
        var count = count(text);
        return count >= least && count <= most;
    }

    /** The beginning of a text, at most so many code points. */
    public static String first(int most, String text) {
        return count(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** Whether a text has a control character other than tab and line breaks. */
    public static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
    }

    public static boolean areAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) > DELETE) {
                return false;
            }
        }
        return true;
    }
}
