package waggle.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

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
                return TextNode.valueOf(text.textValue().strip());
            }
            default -> {}
        }
        return node;
    }
}
