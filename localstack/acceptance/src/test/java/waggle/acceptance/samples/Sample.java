package waggle.acceptance.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.Target;

/**
 * A resource as the tests of conventions need it. JSON is written with single quotes. {@code %s} in it becomes a unique
 * text, since tests may share a company. {@code <tag>} becomes the uuid of a record of the same company
 * ({@link Related}).
 *
 * @param name of one record in event types
 * @param path of the collection
 * @param least the required fields only
 * @param all every writable field, none with its default
 * @param patch that changes such a record and clears a field
 * @param immutable other values for the fields of such a record that cannot be changed
 * @param queries of lists that contain such a record and no record with the required fields only; they use every
 *     filter; {@code <tag_uuids>} in them is the first value of that field
 * @param counted read-only counts
 */
public record Sample(
        String name,
        String path,
        String least,
        String all,
        String patch,
        String immutable,
        List<String> queries,
        Set<String> counted) {
    /** The read-only fields of every record. */
    static final Set<String> BOOKKEEPING = Set.of("uuid", "created_at", "updated_at", "version");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIELD = Pattern.compile("<(\\w+)>");

    Sample(String name, String path, String least, String all, String patch, String immutable, List<String> queries) {
        this(name, path, least, all, patch, immutable, queries, Set.of());
    }

    /** The read-only fields of this resource's records. */
    public Set<String> bookkeeping() {
        var fields = new HashSet<>(BOOKKEEPING);
        fields.addAll(counted);
        return fields;
    }

    public ObjectNode minimal() {
        return parse(least);
    }

    public ObjectNode complete() {
        return parse(all);
    }

    public ObjectNode change() {
        return parse(patch);
    }

    public ObjectNode forbiddenChange() {
        return parse(immutable);
    }

    /** The writable fields. */
    public List<String> fields() {
        return complete().properties().stream().map(Map.Entry::getKey).toList();
    }

    /** The field that is the title of a record. */
    public String title() {
        return minimal().properties().stream()
                .filter(field -> field.getValue().asText().matches("(?i)gold\\b.*"))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    public String title(JsonNode entity) {
        return entity.required(title()).asText();
    }

    public List<String> titles(JsonNode list) {
        return Lists.texts(list, title());
    }

    /** A patch with a unique title. */
    public ObjectNode renaming() {
        return renaming(title(minimal()).replaceFirst("(?i)gold", "bronze"));
    }

    public ObjectNode renaming(String title) {
        return Tags.empty().put(title(), title);
    }

    /** Whether clients create the records. */
    public boolean isMade() {
        return !least.isEmpty();
    }

    /** Whether a new record is the last of a list instead of the first. */
    public boolean isPositioned() {
        return fields().contains("series");
    }

    /** A client, of its own company if the number of these records in a company is limited. */
    public Api api() {
        return isPositioned() || fields().contains("entity") ? Target.company().api() : Target.api();
    }

    /** Creates a record and returns it. */
    public JsonNode create(Api api) {
        return create(api, minimal());
    }

    public JsonNode create(Api api, ObjectNode written) {
        return api.post(path, Related.in(api, written)).expect(201).json();
    }

    /** The lists of {@link #queries} for one record with every field. */
    public List<String> queriesFor(JsonNode complete) {
        return queries.stream()
                .map(query -> FIELD.matcher(query).replaceAll(field -> first(complete.required(field.group(1)))))
                .toList();
    }

    private static String first(JsonNode value) {
        return value.isContainerNode() ? value.iterator().next().asText() : value.asText();
    }

    public String path(JsonNode entity) {
        return path + "/" + entity.required("uuid").asText();
    }

    /** The path of a record that does not exist. */
    public String unknown() {
        return path + "/01900000-0000-7000-8000-000000000000";
    }

    @Override
    public String toString() {
        return path;
    }

    public static ObjectNode parse(String template) {
        var unique = UUID.randomUUID().toString().replace("-", "");
        try {
            return (ObjectNode) JSON.readTree(template.replace('\'', '"').replace("%s", unique));
        } catch (JsonProcessingException e) {
            throw new AssertionError("The sample is not JSON: " + template, e);
        }
    }
}
