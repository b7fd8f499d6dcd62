package waggle.cloud.crm.pipedrive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import waggle.cloud.crm.fake.FakeAccount;
import waggle.cloud.crm.fake.FakeRecord;

/** Records and fields. Times are whole seconds. */
final class PipedriveAccount extends FakeAccount {
    /** The types with the names of their lists of fields. */
    static final Map<String, String> FIELDS =
            Map.of("organizations", "organizationFields", "persons", "personFields", "deals", "dealFields");

    private static final List<String> NUMBERS = List.of("double", "int", "org", "people", "user", "stage");

    private final Map<String, Map<String, ObjectNode>> fields = new TreeMap<>();
    private long custom = 0xf000;

    PipedriveAccount(Clock clock) {
        super(clock, ChronoUnit.SECONDS, List.of("organizations", "persons", "deals", PipedriveNotesApi.NOTES));
        FIELDS.keySet().forEach(type -> fields.put(type, new LinkedHashMap<>()));
        standard("organizations", "varchar", "name", "website");
        standard("organizations", "user", "owner_id");
        standard("persons", "varchar", "name", "first_name", "last_name");
        standard("persons", "phone", "emails", "phones");
        standard("persons", "org", "org_id");
        standard("persons", "user", "owner_id");
        standard("deals", "varchar", "title", "currency", "status", "lost_reason");
        standard("deals", "double", "value");
        standard("deals", "date", "expected_close_date");
        standard("deals", "stage", "stage_id");
        standard("deals", "org", "org_id");
        standard("deals", "people", "person_id");
        standard("deals", "user", "owner_id");
        fields.keySet().forEach(type -> standard(type, "date", "add_time", "update_time"));
        define("organizations", PipedriveFake.DOMAIN, "Domain", "varchar", true);
        define("organizations", PipedriveFake.PHONE, "Phone", "phone", true);
    }

    private void standard(String type, String kind, String... names) {
        for (var name : names) {
            define(type, name, name, kind, false);
        }
    }

    private ObjectNode define(String type, String code, String name, String kind, boolean isCustom) {
        var field = PipedriveReply.node()
                .put("field_name", name)
                .put("field_code", code)
                .put("field_type", kind)
                .put("is_custom_field", isCustom)
                .put("is_optional_response_field", false)
                .putNull("options");
        fields(type).put(code, field);
        return field;
    }

    /** Makes a custom field, whose code nobody can guess. */
    ObjectNode define(String type, String name, String kind) {
        return define(type, "%040x".formatted(++custom), name, kind, true);
    }

    Map<String, ObjectNode> fields(String type) {
        return Objects.requireNonNull(fields.get(type));
    }

    @Override
    protected String id(String type, long number) {
        return Long.toString(number);
    }

    @Override
    protected Map<String, String> stored(String type, Map<String, String> values) {
        if (!type.equals("persons")) {
            return values;
        }
        var person = new TreeMap<>(values);
        var name = values.getOrDefault("name", "").strip();
        if (name.isEmpty()) {
            person.put(
                    "name",
                    (values.getOrDefault("first_name", "") + " " + values.getOrDefault("last_name", "")).strip());
            return person;
        }
        var space = name.lastIndexOf(' ');
        person.put("first_name", space < 0 ? name : name.substring(0, space));
        person.put("last_name", space < 0 ? "" : name.substring(space + 1));
        return person;
    }

    /** The winner of a merge takes over what it has not. */
    @Override
    protected Map<String, String> merged(FakeRecord loser, FakeRecord winner) {
        var kept = new TreeMap<>(loser.values());
        kept.keySet().removeAll(winner.values().keySet());
        return kept;
    }

    ObjectNode json(String type, FakeRecord record) {
        var node = PipedriveReply.node().put("id", record.number());
        var custom = PipedriveReply.node();
        fields(type).forEach((code, field) -> {
            var isCustom = field.path("is_custom_field").asBoolean();
            put(isCustom ? custom : node, code, field.path("field_type").asText(), record.value(code));
        });
        node.put("add_time", record.createdAt().toString());
        node.put("update_time", record.updatedAt().toString());
        node.put("is_deleted", record.deleted());
        if (type.equals("deals")) {
            node.put("is_archived", isArchived(record));
        }
        node.set("custom_fields", custom);
        return node;
    }

    static boolean isArchived(FakeRecord record) {
        return record.value("is_archived").equals("true");
    }

    private static void put(ObjectNode node, String code, String kind, String value) {
        if (code.equals("emails") || code.equals("phones")) {
            var list = node.putArray(code);
            if (!value.isEmpty()) {
                list.addObject().put("value", value).put("primary", true).put("label", "work");
            }
        } else if (value.isEmpty()) {
            node.putNull(code);
        } else if (NUMBERS.contains(kind)) {
            node.put(code, new BigDecimal(value));
        } else {
            node.put(code, value);
        }
    }

    boolean isNumber(String type, String code) {
        var field = fields(type).get(code);
        return field != null && NUMBERS.contains(field.path("field_type").asText());
    }
}
