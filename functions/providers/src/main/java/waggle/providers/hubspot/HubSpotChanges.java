package waggle.providers.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import waggle.model.crm.port.Changes;
import waggle.model.crm.port.RemotePage;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.json.Json;
import waggle.providers.call.Answer;
import waggle.providers.call.Call;

/**
 * Reads changed records. A search returns at most 10,000 results, so each page is a search of its own, from the last time that
 * the page before had. A page full of one time is drained by identifier: HubSpot's own batches change more records at once than
 * a page has.
 */
final class HubSpotChanges {
    private static final int LIST_PAGE = 100;
    private final HubSpotCrm crm;
    private final int searchPage;

    HubSpotChanges(HubSpotCrm crm, int searchPage) {
        this.crm = crm;
        this.searchPage = searchPage;
    }

    RemotePage page(Changes changes) {
        var since = changes.since();
        if (since == null) {
            return listed(changes);
        }
        var cursor = changes.cursor();
        if (cursor != null && cursor.startsWith("=")) {
            var at = cursor.indexOf(':');
            return drained(changes, Long.parseLong(cursor.substring(1, at)), cursor.substring(at + 1));
        }
        return searched(changes, cursor == null ? since.toEpochMilli() : Long.parseLong(cursor));
    }

    private RemotePage listed(Changes changes) {
        var query = new TreeMap<>(Map.of(
                "limit",
                Integer.toString(LIST_PAGE),
                "properties",
                String.join(",", HubSpotRecords.asked(changes.fields()))));
        if (changes.cursor() != null) {
            query.put("after", changes.cursor());
        }
        var answer = crm.send(Call.get(HubSpotCrm.objects(changes.object()), query));
        return new RemotePage(
                rows(answer, changes),
                answer.body().path("paging").path("next").path("after").textValue());
    }

    private RemotePage searched(Changes changes, long from) {
        var modified = modified(changes.object());
        var body = search(changes, modified);
        filter(body, modified, "GTE", from);
        filter(body, modified, "LT", changes.until().toEpochMilli());
        var answer = crm.send(Call.post(HubSpotCrm.objects(changes.object()) + "/search", body));
        var rows = rows(answer, changes);
        return new RemotePage(rows, hasMore(answer, rows) ? next(rows, from) : null);
    }

    /** A page may have fewer records than it could have. */
    private boolean hasMore(Answer answer, List<RemoteRecord> rows) {
        return rows.size() == searchPage
                || (!rows.isEmpty() && answer.body().path("paging").path("next").has("after"));
    }

    private static String next(List<RemoteRecord> rows, long from) {
        var last = rows.getLast().modifiedAt().toEpochMilli();
        return last > from ? Long.toString(last) : "=" + from + ":0";
    }

    private RemotePage drained(Changes changes, long at, String after) {
        var body = search(changes, "hs_object_id");
        filter(body, modified(changes.object()), "EQ", at);
        filter(body, "hs_object_id", "GT", Long.parseLong(after));
        var answer = crm.send(Call.post(HubSpotCrm.objects(changes.object()) + "/search", body));
        var rows = rows(answer, changes);
        var next = hasMore(answer, rows) ? "=" + at + ":" + rows.getLast().id() : Long.toString(at + 1);
        return new RemotePage(rows, next);
    }

    private ObjectNode search(Changes changes, String order) {
        var body = Json.mapper().createObjectNode().put("limit", searchPage);
        body.putArray("filterGroups").addObject().putArray("filters");
        body.putArray("sorts").addObject().put("propertyName", order).put("direction", "ASCENDING");
        HubSpotRecords.asked(changes.fields()).forEach(body.putArray("properties")::add);
        return body;
    }

    private static void filter(JsonNode body, String name, String operator, long value) {
        ((ArrayNode) body.path("filterGroups").path(0).path("filters"))
                .addObject()
                .put("propertyName", name)
                .put("operator", operator)
                .put("value", Long.toString(value));
    }

    private static List<RemoteRecord> rows(Answer answer, Changes changes) {
        return HubSpotCrm.rows(answer)
                .map(row -> HubSpotRecords.read(row, changes.fields()))
                .toList();
    }

    /** The time of change has another name on contacts, where the usual one is null. */
    static String modified(String object) {
        return object.equals("contacts") ? "lastmodifieddate" : "hs_lastmodifieddate";
    }
}
