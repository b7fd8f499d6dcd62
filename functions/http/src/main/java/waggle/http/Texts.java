package waggle.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;

/** Texts are trimmed (contract §1, "Names"). */
final class Texts {
    private Texts() {}

    /** The same JSON without white space around any text in it; objects and arrays are changed in place. */
    static JsonNode trimmed(JsonNode node) {
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

    /** White space as Unicode knows it, no-break and zero-width ones too. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }
}
