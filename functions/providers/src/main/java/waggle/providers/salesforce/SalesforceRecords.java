package waggle.providers.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Details;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.port.RemoteField;
import waggle.model.crm.port.RemoteRecord;
import waggle.providers.call.Refusal;

/** Reads and writes the values of records, and the parts of queries. */
final class SalesforceRecords {
    /** The field that holds the uuid of Waggle's record. */
    static final String MARKER = "Waggle_Id__c";

    private static final Set<String> NEVER_MERGED = Set.of("Opportunity", "Task");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");

    /** Salesforce writes offsets without a colon. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS[xx][XXX]");

    private SalesforceRecords() {}

    /** A name of an object or a field. Nothing else can stand in a query. */
    static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new CrmFailure(
                    Kind.FIX, "A name in Salesforce is like Account or Region__c, not " + text, Details.NONE);
        }
        return text;
    }

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** The columns to ask for. Opportunities and tasks are never merged. */
    static String columns(String object, Collection<String> fields) {
        var always = Stream.of("Id", "SystemModstamp", "IsDeleted", MARKER);
        var merged = NEVER_MERGED.contains(object) ? Stream.<String>empty() : Stream.of("MasterRecordId");
        return String.join(
                ", ",
                Stream.of(always, merged, fields.stream())
                        .flatMap(names -> names)
                        .map(SalesforceRecords::name)
                        .distinct()
                        .toList());
    }

    static RemoteRecord read(JsonNode row, Collection<String> fields) {
        var values = new LinkedHashMap<String, String>();
        for (var field : fields) {
            if (row.has(field)) {
                values.put(field, text(row.path(field)));
            }
        }
        var marker = text(row.path(MARKER));
        var winner = text(row.path("MasterRecordId"));
        return new RemoteRecord(
                row.path("Id").asText(),
                time(row.path("SystemModstamp").asText()),
                row.path("IsDeleted").asBoolean(),
                winner.isEmpty() ? null : winner,
                marker.isEmpty() ? null : marker,
                values);
    }

    static List<RemoteRecord> read(Stream<JsonNode> rows, Collection<String> fields) {
        return rows.map(row -> read(row, fields)).toList();
    }

    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return value.isNull() ? "" : value.asText("");
    }

    static Instant time(String text) {
        return Refusal.time(text, given -> OffsetDateTime.parse(given, TIME).toInstant());
    }

    /** A value in the field's type; null clears. A text that is no number goes as it is, for Salesforce to refuse. */
    static JsonNode value(RemoteField.Type type, String text) {
        var nodes = JsonNodeFactory.instance;
        if (text.isBlank()) {
            return nodes.nullNode();
        }
        if (type == RemoteField.Type.BOOLEAN) {
            return nodes.booleanNode(text.equals("true"));
        }
        try {
            return type == RemoteField.Type.NUMBER
                    ? nodes.numberNode(new BigDecimal(text.strip()))
                    : nodes.textNode(text);
        } catch (NumberFormatException notANumber) {
            return nodes.textNode(text);
        }
    }
}
