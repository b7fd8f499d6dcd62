package waggle.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.Target;
import waggle.acceptance.exchange.ApiDocument;
import waggle.acceptance.exchange.ApiOperation;
import waggle.acceptance.exchange.Documentation;
import waggle.acceptance.samples.Related;
import waggle.acceptance.samples.Sample;
import waggle.acceptance.samples.Samples;
import waggle.acceptance.samples.Tags;
import waggle.model.Patience;
import waggle.model.keys.Scopes.Scope;

/** A company with records of every kind, each with texts that no other company has. */
final class FilledCompany {
    /** A uuid, or a text that {@link Sample} makes unique. */
    private static final Pattern SECRET =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");
    private static final String SINCE = "{\"since\":\"2026-01-01T00:00:00Z\"}";

    final Api api;
    final Map<String, ObjectNode> texts;
    private final ApiDocument document = Documentation.document();

    /** The uuid of a record by the path of its collection, with variables as in the document. */
    private final Map<String, String> made = new HashMap<>();

    /**
     * Fills a new company.
     *
     * @param texts the bodies of its records by path, as {@link #texts} returns them
     */
    FilledCompany(Map<String, ObjectNode> texts) {
        this.texts = texts;
        var tenant = Target.tenant();
        api = tenant.api(Scope.ADMIN);
        texts.forEach((path, body) -> make(path, path, Related.in(api, body)));
        api.send("POST", "/leads/" + made.get("/leads") + "/register").expect(200);
        document.operations().stream()
                .filter(operation -> operation.verb().equals("POST")
                        && VARIABLE.matcher(operation.path()).find())
                .filter(operation -> document.find("GET", operation.path()).isPresent())
                .forEach(nested -> make(
                        relative(nested),
                        filled(relative(nested)),
                        new SchemaBody(document).of(nested.body("application/json"))));
        deliver();
        made.putAll(CrmRecords.write(
                tenant, UUID.fromString(uuid("/crm-connections")), UUID.fromString(uuid("/partners"))));
    }

    private void make(String collection, String path, ObjectNode body) {
        made.put(
                collection, api.post(path, body).expect(201).json().path("uuid").asText());
    }

    /** Bodies of one record of each kind. */
    static Map<String, ObjectNode> texts() {
        var texts = new LinkedHashMap<String, ObjectNode>();
        Samples.made().forEach(sample -> {
            var body = Sample.parse(sample.all().replace("platinum.example.com", "%s.example.com"));
            // A required field would have to be in the other records.
            body.remove("required");
            texts.put(sample.path(), body);
        });
        return texts;
    }

    /** Makes a delivery that fails, and a replay. */
    private void deliver() {
        var endpoints = "/webhook-endpoints";
        make(endpoints, endpoints, Sample.parse("{'url':'http://localhost:9/%s','event_types':['tag.*']}"));
        Tags.create(api);
        var replay = api.post(filled(endpoints + "/{uuid}/replay"), SINCE)
                .expect(200)
                .json();
        made.put(endpoints + "/{uuid}/replays", replay.path("uuid").asText());
        awaitFirst(endpoints + "/{uuid}/deliveries");
        // Records with assigned users lead to notifications.
        awaitFirst("/notifications");
    }

    private void awaitFirst(String list) {
        Patience.until(() -> first(list), found -> !found.isMissingNode());
    }

    static String relative(ApiOperation operation) {
        return operation.path().substring(HostileTarget.ROOT.length());
    }

    /** A path of the document with the uuids of this company for its variables. */
    String filled(String path) {
        return filled(path, List.of(this));
    }

    /** A path of the document with uuids of one company for each of its variables, the last one for all that are left. */
    static String filled(String path, List<FilledCompany> owners) {
        // An occurrence has a number, and no uuid that could be another company's.
        var numbered = path.replace("{number}", "1");
        var filled = numbered;
        for (var i = 0; VARIABLE.matcher(filled).find(); i++) {
            var owner = owners.get(Math.min(i, owners.size() - 1));
            var variable = VARIABLE.matcher(numbered).results().toList().get(i);
            var collection = numbered.substring(0, variable.start() - 1);
            filled = VARIABLE.matcher(filled).replaceFirst(owner.uuid(collection));
        }
        return filled;
    }

    /** The uuid of a record of a collection. */
    private String uuid(String collection) {
        var known = made.get(collection);
        if (known != null) {
            return known;
        }
        var found = first(collection).path("uuid").asText();
        assertThat(found).as("uuid of a record below %s", collection).isNotEmpty();
        made.put(collection, found);
        return found;
    }

    /** The uuids of records of a kind, or one of each kind if there is no such kind. */
    List<String> uuids(String kind) {
        var samples = Samples.made()
                .filter(sample -> kind.endsWith(sample.name()))
                .flatMap(sample ->
                        Lists.texts(api.get(sample.path() + "?pageSize=2").json(), "uuid").stream())
                .toList();
        return samples.isEmpty() ? List.copyOf(made.values()) : samples;
    }

    private JsonNode first(String collection) {
        return api.get(filled(collection)).expect(200).json().at("/data/0");
    }

    /** All records of this company, by list. */
    Map<String, List<JsonNode>> records() {
        return lists().collect(Collectors.toMap(path -> path, this::all, (one, another) -> one, TreeMap::new));
    }

    /** The lists of records. A list that needs parameters, such as a statement, is made from the records of others. */
    private Stream<String> lists() {
        return document.operations().stream()
                .filter(operation -> operation.verb().equals("GET"))
                .filter(operation -> query(operation)
                        .anyMatch(parameter -> parameter.path("name").asText().equals("pageSize")))
                .filter(operation -> query(operation)
                        .noneMatch(parameter -> parameter.path("required").asBoolean()))
                .map(operation -> filled(relative(operation)));
    }

    private Stream<JsonNode> query(ApiOperation operation) {
        return operation.parameters().stream()
                .map(document::at)
                .filter(parameter -> parameter.path("in").asText().equals("query"));
    }

    private List<JsonNode> all(String list) {
        var all = new ArrayList<JsonNode>();
        for (var page = 1; all.size() == (page - 1) * 50; page++) {
            all.addAll(Lists.data(
                    api.get(list + "?pageSize=50&page=" + page).expect(200).json()));
        }
        return all;
    }

    /** The uuids and unique texts of all records. */
    Set<String> secrets() {
        return secretsIn(records().toString()).collect(Collectors.toSet());
    }

    static Stream<String> secretsIn(String text) {
        return SECRET.matcher(text).results().map(MatchResult::group);
    }

    /** A text with something else instead of the uuids and unique texts in it. */
    static String replaced(String text, UnaryOperator<String> replacement) {
        return SECRET.matcher(text).replaceAll(found -> replacement.apply(found.group()));
    }
}
