package waggle.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;

/**
 * Trims texts and splits them into words (docs/api.md, "Texts"). White space is Unicode's, no-break and zero-width
 * included.
 */
public final class Texts {
    private static final char NEXT_LINE = '\u0085';
    private static final char ZERO_WIDTH = '\u200B';
    private static final char BYTE_ORDER = '\uFEFF';

    private Texts() {}

    /**
     * Trims every text in some JSON; objects and arrays are changed in place.
     *
     * @throws WaggleException {@link ErrorCode#INVALID_REQUEST} if a text has a lone surrogate, which UTF-8 cannot store
     */
    public static JsonNode trimmed(JsonNode node) {
        switch (node) {
            case ObjectNode object -> object.properties().forEach(field -> field.setValue(trimmed(field.getValue())));
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    array.set(i, trimmed(array.get(i)));
                }
            }
            case TextNode text -> {
                return TextNode.valueOf(trimmed(text.textValue()));
            }
            default -> {}
        }
        return node;
    }

    /** The words of a text, without the white space between them. */
    public static List<String> words(String text) {
        var words = new ArrayList<String>();
        var start = 0;
        for (var end = 0; end <= text.length(); end++) {
            if (end == text.length() || isSpace(text.charAt(end))) {
                if (start < end) {
                    words.add(text.substring(start, end));
                }
                start = end + 1;
            }
        }
        return words;
    }

    private static String trimmed(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new WaggleException(ErrorCode.INVALID_REQUEST, "The body has half a character: a lone surrogate");
        }
        var start = 0;
        var end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Java's two definitions of white space lack Unicode's next line, and zero-width spaces. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == NEXT_LINE
                || c == ZERO_WIDTH
                || c == BYTE_ORDER;
    }
}
