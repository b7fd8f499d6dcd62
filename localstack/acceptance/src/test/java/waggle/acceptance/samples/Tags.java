package waggle.acceptance.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import waggle.acceptance.client.Api;

/** Tags as a client writes them. */
public final class Tags {
    public static final String PATH = "/tags";

    /** A patch that changes every tag of this class. */
    public static final String CHANGE = "{\"text_color\":\"#123456\"}";

    private Tags() {}

    /** A unique label, since tests may share a company. */
    public static String label() {
        return "Gold " + UUID.randomUUID();
    }

    /** The required fields of a tag. */
    public static ObjectNode minimal() {
        return minimal(label());
    }

    public static ObjectNode minimal(String label) {
        return empty().put("label", label).put("association", "partner");
    }

    /** Every field with a value that is not its default. */
    public static ObjectNode complete() {
        return empty().put("label", label())
                .put("association", "deal")
                .put("background_color", "#1A2b3C")
                .put("text_color", "#000000")
                .put("partner_type", "reseller");
    }

    public static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Creates a tag and returns it. */
    public static JsonNode create(Api api) {
        return create(api, label());
    }

    public static JsonNode create(Api api, String label) {
        return api.post(PATH, minimal(label)).expect(201).json();
    }

    public static String path(JsonNode tag) {
        return PATH + "/" + tag.path("uuid").asText();
    }
}
