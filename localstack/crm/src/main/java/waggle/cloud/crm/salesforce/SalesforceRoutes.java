package waggle.cloud.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.regex.Pattern;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** The paths below the version. */
final class SalesforceRoutes {
    private static final Pattern PATH = Pattern.compile("/services/data/v[0-9]{2}\\.0(/.*)");
    private static final Pattern OBJECT = Pattern.compile("/sobjects/([A-Za-z]+)(?:/([A-Za-z0-9_]+))?(?:/([^/]*))?");
    private static final Pattern COLLECTION = Pattern.compile("/composite/sobjects(?:/([A-Za-z]+)/([A-Za-z0-9_]+))?");
    private static final int MOST = 200;

    private final SalesforceAccount account;
    private final SalesforceQueries queries;

    SalesforceRoutes(SalesforceAccount account) {
        this.account = account;
        this.queries = new SalesforceQueries(account);
    }

    Reply reply(Request request) {
        var path = PATH.matcher(request.path());
        return path.matches() ? reply(request, path.group(1)) : SalesforceReply.missing();
    }

    private Reply reply(Request request, String path) {
        if (path.equals("/query") || path.equals("/query/") || path.startsWith("/queryAll")) {
            return queries.reply(request, path.startsWith("/queryAll"));
        }
        if (path.startsWith("/query/")) {
            return queries.more(path.substring("/query/".length()));
        }
        var collection = COLLECTION.matcher(path);
        if (collection.matches()) {
            return collection(request, String.valueOf(collection.group(1)), String.valueOf(collection.group(2)));
        }
        var object = OBJECT.matcher(path);
        if (!object.matches() || !account.has(object.group(1))) {
            return SalesforceReply.missing();
        }
        var type = object.group(1);
        var part = object.group(2);
        var value = object.group(3);
        var objects = new SalesforceObjects(account, type);
        if (part == null) {
            return request.method().equals("POST") ? objects.created(request.json()) : SalesforceReply.missing();
        }
        if (part.equals("describe")) {
            return objects.describe();
        }
        if (part.equals("deleted")) {
            return queries.deleted(type);
        }
        return value == null || value.isEmpty()
                ? objects.one(request, part)
                : request.method().equals("PATCH")
                        ? objects.upserted(part, value, request.json())
                        : objects.read(part, value);
    }

    /** Up to 200 rows, whose outcomes have the order of the request. */
    private Reply collection(Request request, String upsertType, String field) {
        var body = request.json();
        var rows = body.path("records");
        if (rows.size() > MOST) {
            return SalesforceReply.refused(
                    400,
                    SalesforceReply.error("EXCEEDED_ID_LIMIT", "record limit reached. cannot submit more than 200"));
        }
        Function<JsonNode, Reply> each =
                switch (request.method()) {
                    case "POST" -> row -> objects(row).created(row);
                    case "PATCH" ->
                        row -> upsertType.equals("null")
                                ? objects(row)
                                        .updated(
                                                row.path("id")
                                                        .asText(row.path("Id").asText()),
                                                row)
                                : objects(row).upserted(field, row.path(field).asText(), row);
                    default -> row -> SalesforceReply.missing();
                };
        var outcomes = SalesforceReply.array();
        for (var row : rows) {
            outcomes.add(SalesforceObjects.outcome(each.apply(row)));
        }
        return Reply.json(200, outcomes);
    }

    private SalesforceObjects objects(JsonNode row) {
        return new SalesforceObjects(
                account, row.path("attributes").path("type").asText());
    }
}
