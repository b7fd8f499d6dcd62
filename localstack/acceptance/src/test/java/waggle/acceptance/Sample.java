package waggle.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A resource, as far as the conventions must know it. JSON is written with single quotes; {@code %s} in it becomes a text
 * that no other record has, as the tests may share a company.
 *
 * @param name what one record is called in events
 * @param path of the collection
 * @param least what a record must have, and nothing else
 * @param all every field that a client can write, none with its default
 * @param patch that changes such a record, and clears a field
 * @param immutable other values for the fields of such a record that cannot be changed
 * @param queries lists of which such a record is on, and one with the least is not; every filter is in one of them
 */
record Sample(
        String name, String path, String least, String all, String patch, String immutable, List<String> queries) {
    /** What every record has beside what a client writes. */
    static final Set<String> BOOKKEEPING = Set.of("uuid", "created_at", "updated_at", "version");

    private static final ObjectMapper JSON = new ObjectMapper();

    ObjectNode minimal() {
        return parse(least);
    }

    ObjectNode complete() {
        return parse(all);
    }

    ObjectNode change() {
        return parse(patch);
    }

    ObjectNode forbiddenChange() {
        return parse(immutable);
    }

    /** The fields a client can write. */
    List<String> fields() {
        return complete().properties().stream().map(Map.Entry::getKey).toList();
    }

    /** The field whose text no two records may share. */
    String title() {
        return minimal().properties().stream()
                .filter(field -> field.getValue().asText().startsWith("Gold "))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** Whether a new record is the last of a list, and not the first. */
    boolean isPositioned() {
        return fields().contains("series");
    }

    /** A client; of a company of its own where a company can have only so many of these records. */
    Api api() {
        return isPositioned() || fields().contains("entity") ? Target.tenant().api() : Target.api();
    }

    /** The record that was made. */
    JsonNode create(Api api) {
        return create(api, minimal());
    }

    JsonNode create(Api api, ObjectNode written) {
        return api.post(path, written).expect(201).json();
    }

    String path(JsonNode entity) {
        return path + "/" + entity.required("uuid").asText();
    }

    /** A path of no record. */
    String unknown() {
        return path + "/01900000-0000-7000-8000-000000000000";
    }

    @Override
    public String toString() {
        return path;
    }

    private static ObjectNode parse(String template) {
        var unique = UUID.randomUUID().toString().replace("-", "");
        try {
            return (ObjectNode) JSON.readTree(template.replace('\'', '"').replace("%s", unique));
        } catch (JsonProcessingException e) {
            throw new AssertionError("The sample is not JSON: " + template, e);
        }
    }
}
