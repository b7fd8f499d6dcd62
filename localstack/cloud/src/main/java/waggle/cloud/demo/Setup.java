package waggle.cloud.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import waggle.model.commissions.RuleEntry;
import waggle.model.json.Json;
import waggle.model.stages.Stage;

/** Creates users and the configuration of a demo, as far as the company does not have them. */
final class Setup {
    static final String DOMAIN = "waggle-demo.example";

    private static final int USERS = 6;
    private static final int ADMINS = 2;

    /** Numbers of names that no other records have. */
    private static final int NAMES_OF_USERS = 2_000;

    private static final String LABEL = "label";

    private final DemoApi api;
    private final Names people;

    Setup(DemoApi api, long seed) {
        this.api = api;
        this.people = Names.people(seed);
    }

    Setting ensure() throws InterruptedException {
        ensure(
                "/custom-fields?",
                "key",
                Words.of("custom fields").stream().map(Setup::customField).toList());
        var tags = new HashMap<String, List<String>>();
        for (var association : List.of("partner", "lead", "deal", "contact")) {
            tags.put(association, labelled("/tags?association=" + association, association + " tags", "association"));
        }
        var users = uuids(ensure("/users?search=" + DOMAIN, "email", users()));
        var tiers = labelled("/tiers?", "tiers", "");
        var categories = labelled("/categories?", "categories", "");
        var stages = stages();
        ensure("/commission-rules?", LABEL, rules(stages));
        return new Setting(users, tiers, categories, tags, stages);
    }

    /** Rules whose payments are made when a deal is won, in each stage in which it is. */
    private static List<ObjectNode> rules(List<JsonNode> stages) {
        var won = stages.stream()
                .filter(stage -> stage.path("kind").asText().equals("deal")
                        && stage.path("phase").asText().equals("closed_won"))
                .map(stage -> stage.path("uuid").asText())
                .limit(RuleEntry.MOST)
                .toList();
        return won.isEmpty()
                ? List.of()
                : Words.of("rules").stream()
                        .map(line -> rule(line.split("\\|", -1), won))
                        .toList();
    }

    private static ObjectNode rule(String[] parts, List<String> won) {
        var rule = object().put(LABEL, parts[0])
                .put("partner_type", parts[1])
                .put("hold_days", Integer.parseInt(parts[3]));
        for (var stage : won) {
            var entry = rule.withArray("entries").addObject();
            entry.putObject("trigger").put("stage_uuid", stage);
            entry.putObject("calculation")
                    .put("type", "one_off")
                    .put("option", "percentage")
                    .put("value", Integer.parseInt(parts[2]));
        }
        return rule;
    }

    private List<ObjectNode> users() {
        return Workers.numbers(1, USERS).stream().map(this::user).toList();
    }

    private ObjectNode user(int number) {
        var name = NAMES_OF_USERS + number;
        return object().put("email", people.mailbox(name) + "@" + DOMAIN)
                .put("first_name", people.first(name))
                .put("last_name", people.second(name))
                .put("role", number <= ADMINS ? "admin" : "partnerships")
                .put("status", "active");
    }

    private static ObjectNode customField(String line) {
        var parts = line.split("\\|", -1);
        var field = object().put("entity", parts[0])
                .put("key", parts[1])
                .put(LABEL, parts[2])
                .put("type", parts[3]);
        for (var option : List.of(parts).subList(4, parts.length)) {
            var pair = option.split("=", 2);
            field.withArray("options").addObject().put("id", pair[0]).put(LABEL, pair[1]);
        }
        return field;
    }

    /** The stages of all kinds. New ones come before the later phases of their kind. */
    private List<JsonNode> stages() throws InterruptedException {
        var wanted = Words.of("stages").stream()
                .map(line -> line.split("\\|", -1))
                .map(parts ->
                        object().put("kind", parts[0]).put(LABEL, parts[1]).put("phase", parts[2]))
                .toList();
        for (var kind : List.of("partner", "deal")) {
            ensure(
                    "/stages?kind=" + kind,
                    LABEL,
                    wanted.stream()
                            .filter(stage -> stage.path("kind").asText().equals(kind))
                            .toList());
            order(kind);
        }
        return api.all("/stages?");
    }

    /** Orders the stages of a kind by their phases. An earlier run may have stopped between their creation and their order. */
    private void order(String kind) throws InterruptedException {
        var phases = Stream.of(Stage.Phase.values())
                .map(phase -> phase.name().toLowerCase(Locale.ROOT))
                .toList();
        var stages = api.all("/stages?kind=" + kind);
        var ordered = stages.stream()
                .sorted(Comparator.comparingInt(
                        stage -> phases.indexOf(stage.path("phase").asText())))
                .toList();
        if (!ordered.equals(stages)) {
            api.put("/stages/order", object().putPOJO("uuids", uuids(ordered)));
        }
    }

    /** Records that have a label, a color, and a field with the kind that the list of words is for. */
    private List<String> labelled(String list, String words, String field) throws InterruptedException {
        var wanted = Words.of(words).stream()
                .map(label -> object().put(LABEL, label))
                .toList();
        if (!field.isEmpty()) {
            wanted.forEach(body -> body.put(field, words.replaceFirst(" .*", "")));
        }
        if (!words.equals("categories")) {
            var colors = Words.of(field.isEmpty() ? "tier colors" : "tag colors");
            for (var i = 0; i < wanted.size(); i++) {
                wanted.get(i).put("background_color", "#" + colors.get(i % colors.size()));
            }
        }
        return uuids(ensure(list, LABEL, wanted));
    }

    /** The records with a unique field, in the order of the bodies. */
    private List<JsonNode> ensure(String list, String unique, List<ObjectNode> wanted) throws InterruptedException {
        var existing = api.all(list);
        var path = list.replaceFirst("\\?.*", "");
        var records = new ArrayList<JsonNode>();
        for (var body : wanted) {
            var found = existing.stream()
                    .filter(record -> isSame(record, body, unique))
                    .findFirst();
            records.add(found.isPresent() ? found.get() : api.post(path, body));
        }
        return records;
    }

    private static boolean isSame(JsonNode record, JsonNode body, String unique) {
        return record.path(unique).asText().equalsIgnoreCase(body.path(unique).asText())
                && (!body.has("entity") || record.path("entity").equals(body.path("entity")));
    }

    private static List<String> uuids(List<JsonNode> records) {
        return records.stream().map(record -> record.path("uuid").asText()).toList();
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }
}
