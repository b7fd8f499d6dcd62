package waggle.cloud.crm.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import waggle.cloud.crm.fake.FakeRecord;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** Queries in pages of 2,000 rows, whose rest waits behind a locator. */
final class SalesforceQueries {
    private static final int PAGE = 2_000;

    private final SalesforceAccount account;
    private final Map<String, List<ObjectNode>> rest = new HashMap<>();

    SalesforceQueries(SalesforceAccount account) {
        this.account = account;
    }

    /** @param deleted whether the query finds deleted rows, too */
    Reply reply(Request request, boolean deleted) {
        Soql.Query query;
        try {
            query = Soql.parse(request.parameter("q", ""));
        } catch (IllegalArgumentException e) {
            return SalesforceReply.refused(
                    400, SalesforceReply.error("MALFORMED_QUERY", String.valueOf(e.getMessage())));
        }
        if (!account.has(query.object())) {
            return configured(query);
        }
        var unknown = query.used().stream()
                .filter(column -> !account.isColumn(query.object(), column))
                .findFirst();
        if (unknown.isPresent()) {
            var message = "No such column '%s' on entity '%s'".formatted(unknown.get(), query.object());
            return SalesforceReply.refused(400, SalesforceReply.error("INVALID_FIELD", message));
        }
        var records = deleted ? account.all(query.object()) : account.live(query.object());
        var page = page(records.filter(query.where())
                .sorted(query.order())
                .limit(query.limit())
                .map(record -> SalesforceAccount.json(query.object(), record, query.columns()))
                .toList());
        account.pageIsRead();
        return page;
    }

    /** The objects of the set-up. Their few rows ignore conditions but that of a later identifier. */
    private Reply configured(Soql.Query query) {
        var rows =
                switch (query.object()) {
                    case "User" ->
                        Stream.of(
                                Map.of("Id", "005Wg000000000AAAQ", "Email", "Sam@salesforce.example"),
                                Map.of("Id", "005Wg000000000BAAQ", "Email", "kim@salesforce.example"));
                    case "Organization" ->
                        Stream.of(Map.of(
                                "Id", "00DWg000000%04dEAA".formatted(account.account()), "Name", "Local Salesforce"));
                    case "OpportunityStage" ->
                        Stream.of("Prospecting", "Negotiation/Review", "Closed Won", "Closed Lost")
                                .map(stage -> Map.of("ApiName", stage, "MasterLabel", stage));
                    default -> Stream.<Map<String, String>>empty();
                };
        return page(rows.map(row -> configured(query, row)).toList());
    }

    private static ObjectNode configured(Soql.Query query, Map<String, String> row) {
        var node = SalesforceReply.node();
        query.columns().forEach(column -> node.put(column, row.get(column)));
        var stage = row.getOrDefault("ApiName", "");
        node.put("IsActive", true).put("IsClosed", stage.startsWith("Closed")).put("IsWon", stage.endsWith("Won"));
        return node;
    }

    Reply more(String locator) {
        return rest.containsKey(locator)
                ? page(Objects.requireNonNull(rest.remove(locator)))
                : SalesforceReply.refused(400, SalesforceReply.error("INVALID_QUERY_LOCATOR", "invalid query locator"));
    }

    private Reply page(List<ObjectNode> rows) {
        var most = account.page(PAGE);
        var page = SalesforceReply.node().put("totalSize", rows.size()).put("done", rows.size() <= most);
        if (rows.size() > most) {
            var locator = "0r8Wg000000" + rows.size() + "-" + most;
            rest.put(locator, List.copyOf(rows.subList(most, rows.size())));
            page.put("nextRecordsUrl", "/services/data/v67.0/query/" + locator);
        }
        page.putArray("records").addAll(rows.subList(0, Math.min(most, rows.size())));
        return Reply.json(200, page);
    }

    /** The rows that were deleted. */
    Reply deleted(String type) {
        var page = SalesforceReply.node();
        var rows = page.putArray("deletedRecords");
        account.all(type).filter(FakeRecord::deleted).forEach(record -> rows.addObject()
                .put("id", record.id())
                .put("deletedDate", SalesforceAccount.time(record.updatedAt())));
        page.put("earliestDateAvailable", "2026-01-01T00:00:00.000+0000");
        return Reply.json(200, page.put("latestDateCovered", "2026-12-31T00:00:00.000+0000"));
    }
}
