package waggle.acceptance.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import waggle.acceptance.client.Api;

/** Custom fields as a client writes them. */
public final class CustomFields {
    public static final String PATH = "/custom-fields";

    private CustomFields() {}

    public static ObjectNode field(String label) {
        return Tags.empty().put("label", label).put("type", "text").put("entity", "partner");
    }

    public static ObjectNode select(String... options) {
        return options(field("Region").put("type", "select"), options);
    }

    public static ObjectNode options(ObjectNode field, String... options) {
        return field.putRawValue("options", new RawValue("[" + String.join(",", options) + "]"));
    }

    public static String path(JsonNode field) {
        return PATH + "/" + field.path("uuid").asText();
    }

    public static JsonNode create(Api api, ObjectNode field) {
        return api.post(PATH, field).expect(201).json();
    }

    public static JsonNode patch(Api api, JsonNode field, String patch) {
        return api.patch(path(field), patch).expect(200).json();
    }
}
