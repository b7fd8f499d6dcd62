package waggle.cloud.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the records of a demo refer to, as uuids.
 *
 * @param users of the company itself
 * @param tags by association
 * @param stages as the API returns them
 */
record Setting(
        List<String> users,
        List<String> tiers,
        List<String> categories,
        Map<String, List<String>> tags,
        List<JsonNode> stages) {

    /** One of the stages of a phase; empty if the company has removed them. */
    Optional<String> stage(String kind, String phase, Seeded seeded) {
        var fitting = stages.stream()
                .filter(stage -> stage.path("kind").asText().equals(kind))
                .filter(stage -> stage.path("phase").asText().equals(phase))
                .map(stage -> stage.path("uuid").asText())
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(seeded.one(fitting));
    }

    List<String> tags(String association, Seeded seeded) {
        return seeded.some(tags.getOrDefault(association, List.of()), 2);
    }
}
