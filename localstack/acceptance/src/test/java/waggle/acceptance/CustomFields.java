package waggle.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;

/** Custom fields as a client writes them. */
final class CustomFields {
    static final String PATH = "/custom-fields";

    private CustomFields() {}

    static ObjectNode field(String label) {
        return Tags.empty().put("label", label).put("type", "text").put("entity", "partner");
    }

    static ObjectNode select(String... options) {
        return options(field("Region").put("type", "select"), options);
    }

    static ObjectNode options(ObjectNode field, String... options) {
        return field.putRawValue("options", new RawValue("[" + String.join(",", options) + "]"));
    }

    static String path(JsonNode field) {
        return PATH + "/" + field.path("uuid").asText();
    }

    static JsonNode create(Api api, ObjectNode field) {
        return api.post(PATH, field).expect(201).json();
    }

    static JsonNode patch(Api api, JsonNode field, String patch) {
        return api.patch(path(field), patch).expect(200).json();
    }
}
