package waggle.acceptance.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;

/** Stages as a client writes them. A company has at most 30 of a kind, so tests of stages use their own companies. */
public final class Stages {
    static final String PATH = "/stages";

    private Stages() {}

    public static ObjectNode of(String kind, String label, String phase) {
        return Tags.empty().put("kind", kind).put("label", label).put("phase", phase);
    }

    public static ObjectNode deal(String label) {
        return of("deal", label, "negotiation");
    }

    public static JsonNode create(Api api, ObjectNode stage) {
        return api.post(PATH, stage).expect(201).json();
    }

    public static String path(JsonNode stage) {
        return PATH + "/" + stage.path("uuid").asText();
    }

    public static List<JsonNode> ofKind(JsonNode list, String kind) {
        return Lists.data(list).stream()
                .filter(stage -> stage.path("kind").asText().equals(kind))
                .toList();
    }
}
