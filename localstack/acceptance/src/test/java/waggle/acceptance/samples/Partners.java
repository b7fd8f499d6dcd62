package waggle.acceptance.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;

/** Partners as a client writes them, with their contacts and users. */
public final class Partners {
    private Partners() {}

    public static ObjectNode partner(String name) {
        return Tags.empty().put("name", name).put("partner_type", "reseller");
    }

    public static ObjectNode custom(String values) {
        return partner("Acme").putRawValue("custom_fields", raw(values));
    }

    public static ObjectNode referring(String field, String uuid) {
        return field.endsWith("s")
                ? partner("Acme").putRawValue(field, raw("['" + uuid + "']"))
                : partner("Acme").put(field, uuid);
    }

    public static RawValue raw(String json) {
        return new RawValue(json(json));
    }

    public static String json(String json) {
        return json.replace('\'', '"');
    }

    public static String uuid(JsonNode entity) {
        return entity.required("uuid").asText();
    }

    public static String path(JsonNode partner) {
        return "/partners/" + uuid(partner);
    }

    public static JsonNode create(Api api, ObjectNode written) {
        return api.post("/partners", written).expect(201).json();
    }

    public static JsonNode patch(Api api, JsonNode partner, String patch) {
        return api.patch(path(partner), json(patch)).expect(200).json();
    }

    public static JsonNode contact(Api api, JsonNode partner, String name) {
        var written = Tags.empty().put("email", name + "@example.com").put("partner_uuid", uuid(partner));
        return api.post("/contacts", written).expect(201).json();
    }

    public static JsonNode user(Api api, JsonNode partner, String name) {
        var written = Tags.empty().put("email", name + "@example.com").put("partner_uuid", uuid(partner));
        return api.post("/users", written.put("role", "partner")).expect(201).json();
    }

    public static void expect(Api api, String query, String... names) {
        Lists.expectTexts(api, "/partners?" + query.replace("[", "%5B").replace("]", "%5D"), "name", names);
    }
}
