package waggle.cloud.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import waggle.model.json.Json;

/** The notes of a demo. The notes of one record differ. */
final class NotePlan {
    private final long seed;
    private final Setting setting;
    private final DemoApi api;

    NotePlan(long seed, Setting setting, DemoApi api) {
        this.seed = seed;
        this.setting = setting;
        this.api = api;
    }

    /**
     * Writes the notes that a record lacks.
     *
     * @param path of the records of its kind
     * @param words the list of texts
     * @param most notes of a record
     */
    void write(String path, int number, JsonNode record, String words, int most) throws InterruptedException {
        var seeded = new Seeded(seed, path, number);
        var contents = seeded.some(Words.of(words), seeded.between(0, most));
        var bodies = contents.stream().map(content -> body(content, seeded)).toList();
        var existing = record.path("note_count").asInt();
        if (existing >= bodies.size()) {
            return;
        }
        var notes = path + "/" + record.path("uuid").asText() + "/notes";
        var texts = existing == 0 ? List.<String>of() : texts(notes);
        for (var body : bodies) {
            if (!texts.contains(body.path("content").asText())) {
                api.post(notes, body);
            }
        }
    }

    private List<String> texts(String notes) throws InterruptedException {
        var texts = new ArrayList<String>();
        api.all(notes + "?").forEach(note -> texts.add(note.path("content").asText()));
        return texts;
    }

    private ObjectNode body(String content, Seeded seeded) {
        return Json.mapper()
                .createObjectNode()
                .put("content", content)
                .put("author_user_uuid", seeded.one(setting.users()))
                .put("shared", seeded.percent(30))
                .putPOJO("mentions", seeded.percent(15) ? List.of(seeded.one(setting.users())) : List.of());
    }
}
