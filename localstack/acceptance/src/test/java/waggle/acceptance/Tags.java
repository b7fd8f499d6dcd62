package waggle.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tags as a client writes them. */
final class Tags {
    static final String PATH = "/tags";

    private Tags() {}

    /** The least that a tag can be made of. */
    static ObjectNode minimal(String label) {
        return empty().put("label", label).put("association", "partner");
    }

    /** Every field, each with a value that is not its default. */
    static ObjectNode complete() {
        return empty().put("label", "Gold")
                .put("association", "deal")
                .put("background_color", "#1A2b3C")
                .put("text_color", "#000000")
                .put("partner_type", "reseller");
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The record that was made. */
    static JsonNode create(Api api, String label) {
        return api.post(PATH, minimal(label)).expect(201).json();
    }

    static String path(JsonNode tag) {
        return PATH + "/" + tag.path("uuid").asText();
    }
}
