package waggle.cloud.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The calls that read and write the records of one type. */
record HubSpotObjects(HubSpotAccount account, String type) {
    private static final int PAGE = 100;
    private static final int BATCH = 100;

    HubSpotReply reply(String method, String rest, Map<String, String> query, JsonNode body) {
        return switch (method + " " + (rest.startsWith("/batch/") || rest.equals("/search") ? rest : shape(rest))) {
            case "GET /" -> list(query);
            case "POST /" -> created(body);
            case "GET /{id}" -> read(rest.substring(1), query);
            case "PATCH /{id}" -> updated(rest.substring(1), query, body);
            case "DELETE /{id}" -> archived(rest.substring(1));
            case "POST /search" -> new HubSpotSearch(account, type).reply(body);
            case "POST /batch/read" -> batchRead(body, "true".equals(query.get("archived")));
            case "POST /batch/upsert" -> batch(body, this::upserted);
            case "POST /batch/create" -> batch(body, this::createdRow);
            default -> HubSpotRoutes.missing();
        };
    }

    private static String shape(String rest) {
        return rest.isEmpty() ? "/" : rest.indexOf('/', 1) < 0 ? "/{id}" : rest;
    }

    private HubSpotReply list(Map<String, String> query) {
        var limit = Math.min(PAGE, Integer.parseInt(query.getOrDefault("limit", "10")));
        var after = Long.parseLong(query.getOrDefault("after", "0"));
        var rows = ("true".equals(query.get("archived")) ? account.archived(type) : account.live(type))
                .filter(record -> record.id() > after)
                .limit(limit + 1L)
                .toList();
        var page = Objects.requireNonNull(
                HubSpotRoutes.results(rows.stream().limit(limit).map(record -> record.json(type, names(query))))
                        .body());
        if (rows.size() > limit) {
            page.putObject("paging")
                    .putObject("next")
                    .put("after", Long.toString(rows.get(limit - 1).id()));
        }
        return HubSpotReply.of(200, page);
    }

    private static List<String> names(Map<String, String> query) {
        return List.of(query.getOrDefault("properties", "hs_object_id").split(","));
    }

    private HubSpotReply read(String id, Map<String, String> query) {
        var found = find(id, query.get("idProperty"));
        var archived = "true".equals(query.get("archived"));
        return found.filter(record -> record.archived() == archived)
                .map(record -> HubSpotReply.of(200, record.json(type, names(query))))
                .orElseGet(HubSpotRoutes::missing);
    }

    private Optional<HubSpotRecord> find(String id, @Nullable String property) {
        if (property != null) {
            return account.findBy(type, property, id);
        }
        return id.matches("[0-9]{1,18}") ? account.find(type, Long.parseLong(id)) : Optional.empty();
    }

    private HubSpotReply created(JsonNode body) {
        var outcome = createdRow(body);
        return outcome.path("status").asText().equals("error")
                ? HubSpotReply.of(outcome.path("category").asText().equals("CONFLICT") ? 409 : 400, outcome)
                : HubSpotReply.of(201, outcome);
    }

    private ObjectNode createdRow(JsonNode row) {
        var values = values(row);
        return refusal(null, values)
                .orElseGet(() -> account.create(type, values).json(type, values.keySet()));
    }

    private HubSpotReply updated(String id, Map<String, String> query, JsonNode body) {
        var found = find(id, query.get("idProperty")).filter(record -> !record.archived());
        if (found.isEmpty()) {
            return HubSpotRoutes.missing();
        }
        var values = values(body);
        return refusal(found.get(), values)
                .map(refused ->
                        HubSpotReply.of(refused.path("category").asText().equals("CONFLICT") ? 409 : 400, refused))
                .orElseGet(() -> HubSpotReply.of(
                        200, account.update(type, found.get(), values).json(type, values.keySet())));
    }

    private HubSpotReply archived(String id) {
        account.archive(type, id);
        return HubSpotReply.none();
    }

    private HubSpotReply batchRead(JsonNode body, boolean archived) {
        var names = StreamSupport.stream(body.path("properties").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return batch(body, input -> find(
                        input.path("id").asText(), input.path("idProperty").textValue())
                .filter(record -> record.archived() == archived)
                .map(record -> record.json(type, names))
                .orElseGet(() -> {
                    var error = HubSpotReply.body("OBJECT_NOT_FOUND", "Could not get some objects");
                    error.putObject("context")
                            .putArray("ids")
                            .add(input.path("id").asText());
                    return error;
                }));
    }

    private ObjectNode upserted(JsonNode input) {
        var property = input.path("idProperty").asText();
        var unique = account.properties(type).get(property);
        if (unique == null || !unique.path("hasUniqueValue").asBoolean()) {
            return HubSpotReply.body("VALIDATION_ERROR", "Property " + property + " is not a unique property");
        }
        var values = values(input);
        values.put(property, input.path("id").asText());
        var found = account.findBy(type, property, input.path("id").asText());
        return refusal(found.orElse(null), values)
                .orElseGet(() -> found.map(record -> account.update(type, record, values))
                        .orElseGet(() -> account.create(type, values))
                        .json(type, values.keySet())
                        .put("new", found.isEmpty()));
    }

    private HubSpotReply batch(JsonNode body, Function<JsonNode, ObjectNode> call) {
        var inputs = body.path("inputs");
        if (inputs.size() > BATCH) {
            return HubSpotReply.error(400, "VALIDATION_ERROR", "A batch has at most " + BATCH + " inputs");
        }
        var done = new ArrayList<ObjectNode>();
        var failed = new ArrayList<ObjectNode>();
        for (var input : inputs) {
            var row = call.apply(input);
            var trace = input.path("objectWriteTraceId");
            if (row.path("status").asText().equals("error")) {
                if (trace.isTextual()) {
                    row.withObject("/context").putArray("objectWriteTraceId").add(trace.asText());
                }
                failed.add(row);
            } else {
                done.add(trace.isTextual() ? row.put("objectWriteTraceId", trace.asText()) : row);
            }
        }
        var page = JsonNodeFactory.instance.objectNode().put("status", "COMPLETE");
        page.putArray("results").addAll(done);
        if (!failed.isEmpty()) {
            page.put("numErrors", failed.size()).putArray("errors").addAll(failed);
        }
        return HubSpotReply.of(failed.isEmpty() ? 200 : 207, page);
    }

    /** The refusal of a value: an unknown property, or a unique value that another record has. */
    private Optional<ObjectNode> refusal(@Nullable HubSpotRecord of, Map<String, String> values) {
        for (var value : values.entrySet()) {
            var property = account.properties(type).get(value.getKey());
            if (property == null) {
                return Optional.of(invalid("PROPERTY_DOESNT_EXIST", value.getKey(), "does not exist"));
            }
            if (property.path("calculated").asBoolean()) {
                return Optional.of(invalid("READ_ONLY_VALUE", value.getKey(), "is read only"));
            }
            var unique = property.path("hasUniqueValue").asBoolean()
                    || value.getKey().equals("email");
            if (unique && !value.getValue().isEmpty()) {
                var other = account.findBy(type, value.getKey(), value.getValue());
                if (other.isPresent() && (of == null || other.get().id() != of.id())) {
                    var message = "Contact already exists. Existing ID: "
                            + other.get().id();
                    return Optional.of(HubSpotReply.body("CONFLICT", message));
                }
            }
        }
        return Optional.empty();
    }

    private static ObjectNode invalid(String code, String name, String what) {
        var message = "Property values were not valid: property \"" + name + "\" " + what;
        var body = HubSpotReply.body("VALIDATION_ERROR", message);
        var error = body.putArray("errors").addObject().put("message", message).put("code", code);
        error.putObject("context").putArray("propertyName").add(name);
        return body;
    }

    private static Map<String, String> values(JsonNode row) {
        var values = new LinkedHashMap<String, String>();
        row.path("properties")
                .properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asText("")));
        return values;
    }
}
