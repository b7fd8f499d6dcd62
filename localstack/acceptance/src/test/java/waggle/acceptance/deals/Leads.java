package waggle.acceptance.deals;

import com.fasterxml.jackson.databind.JsonNode;
import waggle.acceptance.client.Api;
import waggle.acceptance.samples.Partners;

/** Leads of tests. */
final class Leads {
    private Leads() {}

    static JsonNode create(Api api, String fields) {
        return api.post("/leads", Partners.json(fields)).expect(201).json();
    }

    static JsonNode read(Api api, JsonNode lead) {
        return api.get(path(lead)).expect(200).json();
    }

    static String path(JsonNode lead) {
        return "/leads/" + Partners.uuid(lead);
    }
}
