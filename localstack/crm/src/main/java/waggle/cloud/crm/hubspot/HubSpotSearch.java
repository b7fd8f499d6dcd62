package waggle.cloud.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import waggle.cloud.crm.fake.FakeRecord;
import waggle.cloud.crm.fake.Reply;

/** The search of one type: filters, one order, pages of at most 200, and at most 10,000 results. */
record HubSpotSearch(HubSpotAccount account, String type) {
    private static final int PAGE = 200;
    private static final int MOST = 10_000;

    Reply reply(JsonNode body) {
        var asked = body.path("limit").asInt(10);
        var after = body.path("after").asInt(0);
        // Searches without an order look for a few records.
        var limit = body.path("sorts").isEmpty() ? asked : account.page(asked);
        if (asked > PAGE || after + asked > MOST) {
            return HubSpotReply.error(400, "VALIDATION_ERROR", "You can only page through the first 10000 results");
        }
        var found = account.indexed(type)
                .filter(record -> matches(record, body.path("filterGroups")))
                .sorted(order(body.path("sorts").path(0)))
                .toList();
        var names = StreamSupport.stream(body.path("properties").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        var rows = found.stream().skip(after).limit(limit).map(record -> HubSpotAccount.json(type, record, names));
        var page = HubSpotRoutes.page(rows).put("total", found.size());
        if (found.size() > after + limit) {
            page.putObject("paging").putObject("next").put("after", Integer.toString(after + limit));
        }
        account.pageIsRead();
        return Reply.json(200, page);
    }

    private boolean matches(FakeRecord record, JsonNode groups) {
        return groups.isEmpty()
                || StreamSupport.stream(groups.spliterator(), false).anyMatch(group -> StreamSupport.stream(
                                group.path("filters").spliterator(), false)
                        .allMatch(filter -> matchesFilter(record, filter)));
    }

    private boolean matchesFilter(FakeRecord record, JsonNode filter) {
        var name = filter.path("propertyName").asText();
        var wanted = filter.path("value").asText();
        var number = number(record, name);
        var value = number.isPresent() ? "" : HubSpotAccount.value(type, record, name);
        if (value == null) {
            return false;
        }
        var compared = number.isPresent()
                ? Long.compare(number.getAsLong(), Long.parseLong(wanted))
                : value.compareToIgnoreCase(wanted);
        return switch (filter.path("operator").asText()) {
            case "EQ" -> compared == 0;
            case "GT" -> compared > 0;
            case "GTE" -> compared >= 0;
            case "LT" -> compared < 0;
            case "LTE" -> compared <= 0;
            default -> false;
        };
    }

    private Comparator<FakeRecord> order(JsonNode sort) {
        var name = sort.path("propertyName").asText("hs_object_id");
        Comparator<FakeRecord> ascending =
                Comparator.comparingLong(record -> number(record, name).orElse(0));
        return sort.path("direction").asText("ASCENDING").equals("DESCENDING") ? ascending.reversed() : ascending;
    }

    /** Identifiers and times compare as numbers, times in epoch milliseconds. */
    private OptionalLong number(FakeRecord record, String name) {
        if (name.equals(HubSpotAccount.modifiedName(type))) {
            return OptionalLong.of(record.updatedAt().toEpochMilli());
        }
        return name.equals("hs_object_id") ? OptionalLong.of(record.number()) : OptionalLong.empty();
    }
}
