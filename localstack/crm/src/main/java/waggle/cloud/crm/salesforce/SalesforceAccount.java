package waggle.cloud.crm.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waggle.cloud.crm.fake.FakeAccount;
import waggle.cloud.crm.fake.FakeRecord;

/** Records with their fields. Times are whole seconds, texts are trimmed, and amounts have two decimals. */
final class SalesforceAccount extends FakeAccount {
    static final String MARKER = "Waggle_Id__c";

    private static final String OWNER = "OwnerId";

    /** The writable fields of each type, the required ones first. */
    static final Map<String, List<String>> FIELDS = Map.of(
            "Account", List.of("Name", "Website", "Phone", "Description", "BillingCountry", OWNER, MARKER),
            "Contact", List.of("LastName", "FirstName", "Email", "Phone", "Title", "AccountId", MARKER),
            "Lead", List.of("LastName", "Company", "FirstName", "Email", "Phone", "Status", OWNER, MARKER),
            "Opportunity", List.of("Name", "StageName", "CloseDate", "Amount", "AccountId", OWNER, MARKER),
            "Task", List.of("Subject", "Description", "Status", "WhatId", "WhoId", OWNER, MARKER));

    static final Map<String, Integer> REQUIRED = Map.of("Account", 1, "Contact", 1, "Lead", 2, "Opportunity", 3);
    private static final Map<String, String> PREFIXES =
            Map.of("Account", "001", "Contact", "003", "Lead", "00Q", "Opportunity", "006", "Task", "00T");
    private static final String SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int GROUP = 5;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    SalesforceAccount(Clock clock) {
        super(clock, ChronoUnit.SECONDS, List.copyOf(FIELDS.keySet()));
    }

    List<String> fields(String type) {
        return Objects.requireNonNull(FIELDS.get(type)).stream()
                .filter(name -> !lacks(type, name))
                .toList();
    }

    @Override
    protected String id(String type, long number) {
        var id = PREFIXES.get(type) + "Wg0000" + "%06d".formatted(number);
        var suffix = new StringBuilder();
        for (var group = 0; group < id.length(); group += GROUP) {
            var bits = 0;
            for (var i = 0; i < GROUP; i++) {
                bits |= Character.isUpperCase(id.charAt(group + i)) ? 1 << i : 0;
            }
            suffix.append(SUFFIX.charAt(bits));
        }
        return id + suffix;
    }

    @Override
    protected Map<String, String> stored(String type, Map<String, String> values) {
        var stored = new TreeMap<String, String>();
        values.forEach((name, value) -> stored.put(name, value.strip()));
        stored.computeIfPresent(
                "Amount",
                (name, value) -> value.isEmpty()
                        ? value
                        : new BigDecimal(value)
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString());
        return stored;
    }

    /** The value of a column; null if it has none, or is no column. */
    static @Nullable String value(FakeRecord record, String column) {
        return switch (column) {
            case "Id" -> record.id();
            case "IsDeleted" -> Boolean.toString(record.deleted());
            case "MasterRecordId" -> record.mergedInto();
            case "SystemModstamp", "LastModifiedDate" -> time(record.updatedAt());
            case "CreatedDate" -> time(record.createdAt());
            default -> record.values().get(column);
        };
    }

    boolean isColumn(String type, String column) {
        return List.of("Id", "IsDeleted", "SystemModstamp", "LastModifiedDate", "CreatedDate")
                        .contains(column)
                || fields(type).contains(column)
                || (column.equals("MasterRecordId")
                        && !List.of("Opportunity", "Task").contains(type));
    }

    static ObjectNode json(String type, FakeRecord record, Collection<String> columns) {
        var node = SalesforceReply.node();
        node.putObject("attributes").put("type", type).put("url", "/services/data/v67.0/sobjects/" + record.id());
        for (var column : columns) {
            var value = value(record, column);
            if (value == null) {
                node.putNull(column);
            } else if (column.equals("Amount")) {
                node.put(column, new BigDecimal(value));
            } else if (column.equals("IsDeleted")) {
                node.put(column, record.deleted());
            } else {
                node.put(column, value);
            }
        }
        return node;
    }

    static String time(Instant time) {
        return TIME.format(time);
    }
}
