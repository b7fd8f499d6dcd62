package waggle.acceptance.commissions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A worked example of commissions, played through the API: its names stand for the uuids of records that are made here. */
final class CommissionExample {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> OPEN = List.of("pending", "approved", "processing", "completed");

    private final JsonNode example;
    private final MovedApi.Company api;
    private final ExampleNames names = new ExampleNames();

    CommissionExample(JsonNode example, MovedApi.Company api) {
        this.example = example;
        this.api = api;
    }

    String uuid(String name) {
        return names.uuid(name);
    }

    /** Plays everything that happens. */
    void play() {
        var rules = elements(example.path("rules")).toList();
        api.at(Instant.parse(rules.getFirst().path("created_at").asText()));
        makeStages();
        makeFields();
        makePartners();
        example.findValues("tier_uuids").stream()
                .flatMap(CommissionExample::elements)
                .forEach(name -> makeTier(name.asText()));
        rules.forEach(rule -> {
            api.at(Instant.parse(rule.path("created_at").asText()));
            var body = without(rule, "rule", "created_at");
            if (!body.has("currency_code") && body.findValuesAsText("option").contains("fixed")) {
                // The examples leave out the currency of an amount, which is that of their deals.
                body.set("currency_code", example.findValue("currency_code"));
            }
            names.put(rule.path("rule").asText(), post("commission-rules", body));
        });
        example.path("deals").properties().forEach(deal -> {
            var createdAt = Instant.parse(deal.getValue().path("created_at").asText());
            api.at(createdAt);
            var body = without(deal.getValue(), "created_at", "protected_until");
            if (deal.getValue().has("protected_until")) {
                body.put("lead_uuid", protectedLead(deal.getKey(), deal.getValue(), createdAt));
            }
            names.put(
                    deal.getKey(),
                    post("deals", body.put("label", deal.getKey()).put("stage_uuid", "stage:new")));
        });
        elements(example.path("timeline")).forEach(this::happen);
    }

    /** A lead whose registration was approved. */
    private String protectedLead(String name, JsonNode deal, Instant now) {
        var end = Instant.parse(deal.path("protected_until").asText());
        var lead = post(
                "leads",
                JSON.objectNode()
                        .put("company_name", name)
                        .put("email", "ada@%s.example".formatted(name))
                        .put("partner_uuid", deal.path("partner_uuid").asText()));
        api.post("leads/" + lead + "/register");
        api.post(
                "leads/" + lead + "/approve",
                JSON.objectNode()
                        .put("protected_days", Duration.between(now, end).toDays()));
        return lead;
    }

    private String post(String path, ObjectNode body) {
        return api.post(path, names.replaced(body)).path("uuid").asText();
    }

    private static ObjectNode without(JsonNode json, String... fields) {
        return ((ObjectNode) json.deepCopy()).without(List.of(fields));
    }

    private void makeStages() {
        var phases = new LinkedHashMap<>(Map.of("stage:new", "discovery", "stage:won", "closed_won"));
        example.findValuesAsText("stage_uuid").forEach(stage -> phases.putIfAbsent(stage, "negotiation"));
        elements(example.path("timeline"))
                .filter(event -> event.has("phase"))
                .forEach(event -> phases.put(
                        event.path("stage").asText(), event.path("phase").asText()));
        phases.forEach((stage, phase) -> names.put(
                stage,
                post(
                        "stages",
                        JSON.objectNode()
                                .put("kind", "deal")
                                .put("label", stage)
                                .put("phase", phase))));
    }

    private void makeFields() {
        example.findValuesAsText("base_field_key").stream().distinct().forEach(key -> makeField(key, "number"));
        elements(example.path("rules"))
                .flatMap(rule -> rule.findValues("trigger").stream())
                .filter(trigger -> trigger.has("custom_field_key"))
                .map(trigger -> trigger.path("custom_field_key").asText())
                .distinct()
                .forEach(key -> makeField(key, "boolean"));
        example.findValues("scaling").stream().filter(JsonNode::isObject).forEach(scaling -> {
            var field = field(scaling.path("custom_field_key").asText(), "select");
            var options = field.putArray("options");
            elements(scaling.path("tiers"))
                    .map(tier -> tier.path("option_id").asText())
                    .forEach(id -> options.addObject().put("id", id).put("label", id));
            api.post("custom-fields", field);
        });
    }

    private void makeField(String key, String type) {
        api.post("custom-fields", field(key, type));
    }

    private static ObjectNode field(String key, String type) {
        return JSON.objectNode()
                .put("label", key)
                .put("key", key)
                .put("type", type)
                .put("entity", "deal");
    }

    private void makePartners() {
        example.path("partners").properties().forEach(partner -> {
            var body = JSON.objectNode()
                    .put("name", partner.getKey())
                    .put("partner_type", partner.getValue().path("partner_type").asText());
            List.of("tier", "category").forEach(kind -> {
                var name = partner.getValue().path(kind);
                if (name.isTextual()) {
                    names.putIfAbsent(
                            name.asText(),
                            label -> post(
                                    kind.equals("tier") ? "tiers" : "categories",
                                    JSON.objectNode().put("label", label)));
                    body.put(kind + "_uuid", name.asText());
                }
            });
            names.put(partner.getKey(), post("partners", body));
        });
        Stream.concat(
                        example.findValuesAsText("partner_uuid").stream(),
                        example.findValuesAsText("recipient_uuid").stream())
                .forEach(name -> names.putIfAbsent(
                        name,
                        other -> post(
                                "partners", JSON.objectNode().put("name", other).put("partner_type", "referral"))));
    }

    private void makeTier(String label) {
        names.putIfAbsent(label, name -> post("tiers", JSON.objectNode().put("label", name)));
    }

    private void happen(JsonNode event) {
        api.at(Instant.parse(event.path("at").asText()));
        var deal = "deals/" + uuid(event.path("deal").asText());
        switch (event.path("event").asText()) {
            case "stage" ->
                api.patch(
                        deal,
                        JSON.objectNode()
                                .put("stage_uuid", uuid(event.path("stage").asText())));
            case "deal_value" -> api.patch(deal, JSON.objectNode().set("deal_value", event.path("deal_value")));
            case "custom_field" ->
                api.patch(
                        deal,
                        JSON.objectNode()
                                .set(
                                        "custom_fields",
                                        JSON.objectNode().set(event.path("key").asText(), event.path("value"))));
            case "rule" ->
                api.patch(
                        "commission-rules/" + uuid(event.path("rule").asText()),
                        names.replaced(without(event, "at", "event", "rule")));
            case "revenue" ->
                api.put(
                        deal + "/commission/occurrences/"
                                + event.path("occurrence").asInt(),
                        without(event, "at", "deal", "event", "occurrence"));
            case "partner" -> {
                makeTier(event.path("tier").asText());
                var tier = JSON.objectNode()
                        .put("tier_uuid", uuid(event.path("tier").asText()));
                api.patch("partners/" + uuid(event.path("partner").asText()), tier);
            }
            case "day" -> api.sweep(UUID.fromString(uuid(event.path("deal").asText())));
            case "payment" -> move(deal, event);
            default -> throw new IllegalArgumentException("unknown event " + event);
        }
    }

    /** Moves a payment through all states up to the one that is asked for. */
    private void move(String deal, JsonNode event) {
        var payment = payments(deal)
                .filter(one -> one.path("occurrence").equals(event.path("occurrence"))
                        && one.path("entry").equals(event.path("entry"))
                        && one.path("category")
                                .asText()
                                .equals(event.path("category").asText("commission"))
                        && one.path("recipient_uuid")
                                .asText()
                                .equals(uuid(event.path("recipient").asText()))
                        && !List.of("completed", "cancelled")
                                .contains(one.path("status").asText()))
                .findFirst()
                .orElseThrow();
        var path = "payments/" + payment.path("uuid").asText();
        var wanted = event.path("status").asText();
        var from = OPEN.indexOf(payment.path("status").asText());
        var to = OPEN.indexOf(wanted);
        for (var status : to < 0 ? List.of(wanted) : OPEN.subList(from + 1, to + 1)) {
            api.patch(path, JSON.objectNode().put("status", status));
        }
    }

    Stream<JsonNode> payments(String deal) {
        return elements(api.get(deal + "/payments?pageSize=50").path("data"));
    }

    JsonNode read(String path) {
        return api.get(path);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
