package waggle.cloud.crm.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waggle.cloud.crm.fake.FakeRecord;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** The calls that read and write the records of one type. */
record SalesforceObjects(SalesforceAccount account, String type) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 255;
    private static final int LONGEST_AREA = 32_000;
    private static final Set<String> NO_FIELDS = Set.of("attributes", "Id", "id");

    Reply one(Request request, String id) {
        return switch (request.method()) {
            case "GET" -> read("Id", id);
            case "PATCH" -> updated(id, request.json());
            case "DELETE" -> deleted(id);
            default -> SalesforceReply.missing();
        };
    }

    Reply read(String field, String value) {
        return account.live(type)
                .filter(record -> value.equals(SalesforceAccount.value(record, field)))
                .findFirst()
                .map(record -> Reply.json(200, SalesforceAccount.json(type, record, columns())))
                .orElseGet(SalesforceReply::missing);
    }

    private List<String> columns() {
        var columns = new ArrayList<>(List.of("Id", "IsDeleted", "SystemModstamp"));
        columns.addAll(account.fields(type));
        return columns;
    }

    Reply created(JsonNode body) {
        var values = values(body);
        var fields = account.fields(type);
        var missing = fields.subList(0, SalesforceAccount.REQUIRED.getOrDefault(type, 0)).stream()
                .filter(name -> values.getOrDefault(name, "").isBlank())
                .findFirst();
        if (missing.isPresent()) {
            var message = "Required fields are missing: [" + missing.get() + "]";
            return SalesforceReply.refused(
                    400, SalesforceReply.error("REQUIRED_FIELD_MISSING", message, missing.get()));
        }
        return refusal(null, values)
                .orElseGet(() ->
                        Reply.json(201, done(account.create(type, values).id()).put("created", true)));
    }

    Reply updated(String id, JsonNode body) {
        var found = account.found(type, id);
        if (found.isEmpty()) {
            return SalesforceReply.missing();
        }
        if (found.get().deleted()) {
            return gone();
        }
        return refusal(found.get(), values(body)).orElseGet(() -> {
            account.update(type, found.get(), values(body));
            return Reply.none();
        });
    }

    private static Reply gone() {
        return SalesforceReply.refused(404, SalesforceReply.error("ENTITY_IS_DELETED", "entity is deleted"));
    }

    private Reply deleted(String id) {
        var found = account.found(type, id);
        if (found.isEmpty() || found.get().deleted()) {
            return found.isEmpty() ? SalesforceReply.missing() : gone();
        }
        account.delete(type, id);
        return Reply.none();
    }

    /** Several matches are told, and nothing is written. */
    Reply upserted(String field, String value, JsonNode body) {
        if (!account.fields(type).contains(field)) {
            var message = "Provided external ID field does not exist or is not accessible: " + field;
            return SalesforceReply.refused(404, SalesforceReply.error("NOT_FOUND", message));
        }
        var matches = account.live(type)
                .filter(record -> value.equals(record.value(field)))
                .toList();
        if (matches.size() > 1) {
            var urls = SalesforceReply.array();
            matches.forEach(record -> urls.add("/services/data/v67.0/sobjects/" + type + "/" + record.id()));
            return Reply.json(300, urls);
        }
        var row = (ObjectNode) body.deepCopy();
        if (matches.isEmpty()) {
            return created(row.put(field, value));
        }
        var outcome = updated(matches.getFirst().id(), row);
        return outcome.status() == 204
                ? Reply.json(200, done(matches.getFirst().id()).put("created", false))
                : outcome;
    }

    private static ObjectNode done(String id) {
        var done = SalesforceReply.node().put("id", id).put("success", true);
        done.putArray("errors");
        return done;
    }

    /** The outcome of a row of a collection. */
    static JsonNode outcome(Reply reply) {
        try {
            if (reply.status() < 300) {
                return reply.body().isEmpty()
                        ? SalesforceReply.node().put("success", true)
                        : JSON.readTree(reply.body());
            }
            var outcome = SalesforceReply.node().put("success", false);
            var error = (ObjectNode) JSON.readTree(reply.body()).path(0);
            outcome.putArray("errors").add(error.set("statusCode", error.remove("errorCode")));
            return outcome;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Reply> refusal(@Nullable FakeRecord of, Map<String, String> values) {
        if (account.isRefused(values)) {
            return refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "A validation rule refuses the values", "Name");
        }
        for (var value : values.entrySet()) {
            var name = value.getKey();
            if (!account.fields(type).contains(name)) {
                return refused(
                        "INVALID_FIELD", "No such column '%s' on sobject of type %s".formatted(name, type), name);
            }
            if (value.getValue().length() > (name.equals("Description") ? LONGEST_AREA : LONGEST)) {
                return refused("STRING_TOO_LONG", name + ": data value too large", name);
            }
            if (name.equals(SalesforceAccount.MARKER) || name.equals("Email")) {
                var other = value.getValue().isEmpty()
                        ? Optional.<FakeRecord>empty()
                        : account.havingValue(type, name, value.getValue());
                if (other.isPresent() && (of == null || !other.get().id().equals(of.id()))) {
                    return Optional.of(
                            SalesforceReply.refused(400, taken(name, other.get().id())));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Reply> refused(String code, String message, String field) {
        return Optional.of(SalesforceReply.refused(400, SalesforceReply.error(code, message, field)));
    }

    /** A unique field names the other record in its sentence, a duplicate rule in its result (with Salesforce's spelling). */
    private static ObjectNode taken(String name, String other) {
        if (name.equals(SalesforceAccount.MARKER)) {
            return SalesforceReply.error(
                    "DUPLICATE_VALUE",
                    "duplicate value found: %s duplicates value on record with id: %s".formatted(name, other));
        }
        var error = SalesforceReply.error("DUPLICATES_DETECTED", "Use one of these records?");
        error.putObject("duplicateResut")
                .putArray("matchResults")
                .addObject()
                .putArray("matchRecords")
                .addObject()
                .putObject("record")
                .put("Id", other);
        return error;
    }

    private static Map<String, String> values(JsonNode body) {
        var values = new LinkedHashMap<String, String>();
        body.properties().stream()
                .filter(value -> !NO_FIELDS.contains(value.getKey()))
                .forEach(value -> values.put(value.getKey(), text(value.getValue())));
        return values;
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.isNumber() ? node.decimalValue().toPlainString() : node.asText();
    }

    Reply describe() {
        var node = SalesforceReply.node().put("name", type);
        var rows = node.putArray("fields");
        account.fields(type).forEach(name -> rows.add(field(name, true)));
        List.of("Id", "SystemModstamp").forEach(name -> rows.add(field(name, false)));
        return Reply.json(200, node);
    }

    private static ObjectNode field(String name, boolean writable) {
        var kind =
                switch (name) {
                    case "Amount" -> "currency";
                    case "CloseDate" -> "date";
                    case "SystemModstamp" -> "datetime";
                    case "StageName" -> "picklist";
                    default -> "string";
                };
        var isMarker = name.equals(SalesforceAccount.MARKER);
        var field = SalesforceReply.node().put("name", name).put("label", name).put("type", kind);
        field.put("updateable", writable).put("createable", writable).put("unique", isMarker);
        field.put("externalId", isMarker).put("restrictedPicklist", false).putArray("picklistValues");
        return field;
    }
}
