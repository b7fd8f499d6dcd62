package waggle.cloud.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import waggle.cloud.crm.fake.FakeRecord;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** The calls that read and write the records of one type. */
record HubSpotObjects(HubSpotAccount account, String type) {
    private static final int PAGE = 100;
    private static final int BATCH = 100;

    Reply reply(Request request, String rest) {
        var query = request.query();
        var body = request.json();
        return switch (request.method() + " "
                + (rest.startsWith("/batch/") || rest.equals("/search") ? rest : shape(rest))) {
            case "GET /" -> list(query);
            case "POST /" -> created(body);
            case "GET /{id}" -> read(rest.substring(1), query);
            case "PATCH /{id}" -> updated(rest.substring(1), query, body);
            case "DELETE /{id}" -> archived(rest.substring(1));
            case "POST /search" -> new HubSpotSearch(account, type).reply(body);
            case "POST /batch/read" -> batchRead(body, "true".equals(query.get("archived")));
            case "POST /batch/upsert" -> batch(body, this::upserted);
            case "POST /batch/create" -> batch(body, this::createdRow);
            default -> new HubSpotAssociations(account, type).reply(request, rest);
        };
    }

    private ObjectNode json(FakeRecord record, Collection<String> names) {
        return HubSpotAccount.json(type, record, names);
    }

    private static String shape(String rest) {
        return rest.isEmpty() ? "/" : rest.indexOf('/', 1) < 0 ? "/{id}" : rest;
    }

    private Reply list(Map<String, String> query) {
        var limit = account.page(Math.min(PAGE, Integer.parseInt(query.getOrDefault("limit", "10"))));
        var after = Long.parseLong(query.getOrDefault("after", "0"));
        var rows = ("true".equals(query.get("archived"))
                        ? account.all(type).filter(FakeRecord::deleted)
                        : account.live(type))
                .filter(record -> record.number() > after)
                .limit(limit + 1L)
                .toList();
        var page = HubSpotRoutes.page(rows.stream().limit(limit).map(record -> json(record, names(query))));
        if (rows.size() > limit) {
            page.putObject("paging")
                    .putObject("next")
                    .put("after", rows.get(limit - 1).id());
        }
        account.pageIsRead();
        return Reply.json(200, page);
    }

    private static List<String> names(Map<String, String> query) {
        return List.of(query.getOrDefault("properties", "hs_object_id").split(","));
    }

    private Reply read(String id, Map<String, String> query) {
        var found = find(id, query.get("idProperty"));
        var archived = "true".equals(query.get("archived"));
        return found.filter(record -> record.deleted() == archived)
                .map(record -> {
                    var json = json(record, names(query));
                    new HubSpotAssociations(account, type).tell(json, record, query.get("associations"));
                    return Reply.json(200, json);
                })
                .orElseGet(HubSpotReply::missing);
    }

    private Optional<FakeRecord> find(String id, @Nullable String property) {
        if (property != null) {
            return account.findBy(type, property, id);
        }
        return account.find(type, id);
    }

    private Reply created(JsonNode body) {
        var outcome = createdRow(body);
        return outcome.path("status").asText().equals("error")
                ? Reply.json(outcome.path("category").asText().equals("CONFLICT") ? 409 : 400, outcome)
                : Reply.json(201, outcome);
    }

    private ObjectNode createdRow(JsonNode row) {
        var values = values(row);
        if (type.equals("notes") && !values.containsKey("hs_timestamp")) {
            return invalid("REQUIRED_PROPERTY", "hs_timestamp", "is required");
        }
        return refusal(null, values)
                .or(() -> new HubSpotAssociations(account, type).created(row, values))
                .orElseGet(() -> json(account.create(type, values), values.keySet()));
    }

    private Reply updated(String id, Map<String, String> query, JsonNode body) {
        var found = find(id, query.get("idProperty")).filter(record -> !record.deleted());
        if (found.isEmpty()) {
            return HubSpotReply.missing();
        }
        var values = values(body);
        return refusal(found.get(), values)
                .map(refused -> Reply.json(refused.path("category").asText().equals("CONFLICT") ? 409 : 400, refused))
                .orElseGet(() -> Reply.json(200, json(account.update(type, found.get(), values), values.keySet())));
    }

    private Reply archived(String id) {
        account.delete(type, id);
        return Reply.none();
    }

    private Reply batchRead(JsonNode body, boolean archived) {
        var names = StreamSupport.stream(body.path("properties").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        var property = body.path("idProperty").textValue();
        return batch(body, input -> find(input.path("id").asText(), property)
                .filter(record -> record.deleted() == archived)
                .map(record -> json(record, names))
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
        return refusal(found.orElse(null), values).orElseGet(() -> json(
                        found.map(record -> account.update(type, record, values))
                                .orElseGet(() -> account.create(type, values)),
                        values.keySet())
                .put("new", found.isEmpty()));
    }

    private Reply batch(JsonNode body, Function<JsonNode, ObjectNode> call) {
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
        return Reply.json(failed.isEmpty() ? 200 : 207, page);
    }

    /** The refusal of a value: an unknown property, or a unique value that another record has. */
    private Optional<ObjectNode> refusal(@Nullable FakeRecord of, Map<String, String> values) {
        if (account.isRefused(values)) {
            return Optional.of(HubSpotReply.body("VALIDATION_ERROR", "A validation rule refuses the values"));
        }
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
                if (other.isPresent() && (of == null || !other.get().id().equals(of.id()))) {
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
