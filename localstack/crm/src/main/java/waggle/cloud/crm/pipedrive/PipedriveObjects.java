package waggle.cloud.crm.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.cloud.crm.fake.FakeRecord;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** The calls that read and write the records of one type. */
record PipedriveObjects(PipedriveAccount account, String type) {
    private static final int PAGE = 500;
    private static final int MOST_IDS = 100;

    Reply reply(Request request, @Nullable String rest) {
        return switch (request.method() + " " + (rest == null ? "" : rest.matches("[0-9]+") ? "{id}" : rest)) {
            case "GET " -> list(request, false);
            case "GET archived" -> type.equals("deals") ? list(request, true) : PipedriveReply.missing();
            case "GET search" -> search(request);
            case "POST " -> created(request.json());
            case "GET {id}" ->
                account.found(type, String.valueOf(rest))
                        .map(record -> PipedriveReply.data(200, account.json(type, record)))
                        .orElseGet(PipedriveReply::missing);
            case "PATCH {id}" -> updated(String.valueOf(rest), request.json());
            case "DELETE {id}" -> deleted(String.valueOf(rest));
            default -> PipedriveReply.missing();
        };
    }

    private Reply list(Request request, boolean archived) {
        var asked = Integer.parseInt(request.parameter("limit", "100"));
        var given = request.query().get("ids");
        var ids = given == null ? null : Set.copyOf(List.of(given.split(",", -1)));
        var limit = ids == null ? account.page(asked) : asked;
        if (asked > PAGE || (ids != null && ids.size() > MOST_IDS)) {
            return PipedriveReply.invalid("limit", "too large");
        }
        var order = order(request);
        var cursor = request.query().get("cursor");
        var rows = account.live(type)
                .filter(record -> PipedriveAccount.isArchived(record) == archived)
                .filter(record -> ids == null || ids.contains(record.id()))
                .filter(record -> isInRange(request, record))
                .sorted(order)
                .dropWhile(record -> cursor != null && !isAfter(order, cursor, record))
                .limit(limit + 1L)
                .toList();
        var next = rows.size() > limit ? position(rows.get(limit - 1)) : null;
        var page = PipedriveReply.page(rows.stream().limit(limit).map(record -> account.json(type, record)), next);
        account.pageIsRead();
        return page;
    }

    private static boolean isInRange(Request request, FakeRecord record) {
        var since = request.query().get("updated_since");
        var until = request.query().get("updated_until");
        return (since == null || !record.updatedAt().isBefore(Instant.parse(since)))
                && (until == null || record.updatedAt().isBefore(Instant.parse(until)));
    }

    private static Comparator<FakeRecord> order(Request request) {
        Comparator<FakeRecord> order =
                switch (request.parameter("sort_by", "id")) {
                    case "update_time" -> Comparator.comparing(FakeRecord::updatedAt);
                    case "add_time" -> Comparator.comparing(FakeRecord::createdAt);
                    default -> Comparator.comparingLong(FakeRecord::number);
                };
        var whole = order.thenComparingLong(FakeRecord::number);
        return request.parameter("sort_direction", "asc").equals("desc") ? whole.reversed() : whole;
    }

    /** The cursor holds the position of the last record, so a page begins behind it whatever changed meanwhile. */
    private static String position(FakeRecord record) {
        return record.id() + "~" + record.updatedAt() + "~" + record.createdAt();
    }

    private static boolean isAfter(Comparator<FakeRecord> order, String cursor, FakeRecord record) {
        var part = cursor.split("~", 3);
        var last = new FakeRecord(
                part[0],
                Long.parseLong(part[0]),
                Instant.parse(part[2]),
                Instant.parse(part[1]),
                Instant.MIN,
                false,
                null,
                Map.of());
        return order.compare(last, record) < 0;
    }

    private Reply search(Request request) {
        var term = request.parameter("term", "");
        var exact = request.parameter("exact_match", "false").equals("true");
        if (term.isEmpty() || (!exact && term.length() < 2)) {
            return PipedriveReply.invalid("term", "too short");
        }
        var searched = request.parameter("fields", "custom_fields,name,title,email,phone");
        var found = account.indexed(type)
                .filter(record -> isFound(record, term, exact, searched))
                .map(record -> {
                    var row = PipedriveReply.node().put("result_score", 0.3);
                    row.putObject("item").put("id", record.number()).put("type", type);
                    return row;
                });
        var data = PipedriveReply.node();
        data.putArray("items").addAll(found.toList());
        return PipedriveReply.data(200, data);
    }

    private boolean isFound(FakeRecord record, String term, boolean exact, String searched) {
        return record.values().entrySet().stream()
                .filter(value -> searched.contains(searchName(value.getKey())))
                .anyMatch(value -> exact
                        ? value.getValue().equalsIgnoreCase(term)
                        : value.getValue().contains(term));
    }

    private String searchName(String code) {
        var field = account.fields(type).get(code);
        return field != null && field.path("is_custom_field").asBoolean()
                ? "custom_fields"
                : code.equals("emails") ? "email" : code.equals("phones") ? "phone" : code;
    }

    private Reply created(JsonNode body) {
        var required = type.equals("deals") ? "title" : "name";
        if (body.path(required).asText("").isBlank()) {
            return PipedriveReply.invalid(required, "required");
        }
        return refused(body)
                .orElseGet(() -> PipedriveReply.data(201, account.json(type, account.create(type, values(body)))));
    }

    private Reply updated(String id, JsonNode body) {
        var found = account.found(type, id).filter(record -> !record.deleted());
        if (found.isEmpty()) {
            return PipedriveReply.missing();
        }
        if (PipedriveAccount.isArchived(found.get())) {
            return PipedriveReply.error(400, "ERR_ARCHIVED", "Archived deals cannot be edited");
        }
        return refused(body)
                .orElseGet(() ->
                        PipedriveReply.data(200, account.json(type, account.update(type, found.get(), values(body)))));
    }

    private Reply deleted(String id) {
        var found = account.found(type, id).filter(record -> !record.deleted());
        account.delete(type, id);
        return found.map(
                        record -> PipedriveReply.data(200, PipedriveReply.node().put("id", record.number())))
                .orElseGet(PipedriveReply::missing);
    }

    /** Fields are known, and their values have the right types. */
    private Optional<Reply> refused(JsonNode body) {
        if (account.isRefused(values(body))) {
            return Optional.of(PipedriveReply.error(400, "ERR_VALIDATION", "A rule refuses the values"));
        }
        return Stream.concat(
                        body.properties().stream()
                                .filter(value -> !value.getKey().equals("custom_fields")),
                        body.path("custom_fields").properties().stream())
                .filter(value -> !isAccepted(value))
                .map(value -> PipedriveReply.invalid(value.getKey(), "is not valid"))
                .findFirst();
    }

    private boolean isAccepted(Map.Entry<String, JsonNode> value) {
        var code = value.getKey();
        var node = value.getValue();
        if (!account.fields(type).containsKey(code)) {
            return false;
        }
        if (node.isNull() || account.isNumber(type, code)) {
            return node.isNull() || node.isNumber();
        }
        var isList = code.equals("emails") || code.equals("phones");
        return isList ? node.isArray() : node.isTextual();
    }

    private static Map<String, String> values(JsonNode body) {
        var values = new LinkedHashMap<String, String>();
        Stream.concat(body.properties().stream(), body.path("custom_fields").properties().stream())
                .filter(value -> !value.getValue().isObject())
                .forEach(value -> values.put(value.getKey(), text(value.getValue())));
        return values;
    }

    private static String text(JsonNode node) {
        return node.isArray()
                ? node.path(0).path("value").asText("")
                : node.isNumber() ? node.decimalValue().toPlainString() : (node.isNull() ? "" : node.asText());
    }
}
