package waggle.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Tags as a client writes them. */
final class Tags {
    static final String PATH = "/tags";

    /** A patch that changes every tag of this class. */
    static final String CHANGE = "{\"text_color\":\"#123456\"}";

    private Tags() {}

    /** A unique label, since tests may share a company. */
    static String label() {
        return "Gold " + UUID.randomUUID();
    }

    /** The required fields of a tag. */
    static ObjectNode minimal() {
        return minimal(label());
    }

    static ObjectNode minimal(String label) {
        return empty().put("label", label).put("association", "partner");
    }

    /** Every field with a value that is not its default. */
    static ObjectNode complete() {
        return empty().put("label", label())
                .put("association", "deal")
                .put("background_color", "#1A2b3C")
                .put("text_color", "#000000")
                .put("partner_type", "reseller");
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Creates a tag and returns it. */
    static JsonNode create(Api api) {
        return create(api, label());
    }

    static JsonNode create(Api api, String label) {
        return api.post(PATH, minimal(label)).expect(201).json();
    }

    static String path(JsonNode tag) {
        return PATH + "/" + tag.path("uuid").asText();
    }
}
