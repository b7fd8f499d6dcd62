package waggle.cloud.crm.hubspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waggle.cloud.crm.fake.FakeAccount;
import waggle.cloud.crm.fake.FakeRecord;

/** Records and properties. HubSpot stores e-mail addresses and domains in lower case. */
final class HubSpotAccount extends FakeAccount {
    private static final List<String> TYPES = List.of("companies", "contacts", "deals", "notes");

    /** The properties that tell the company that a record is associated with. */
    static final Map<String, String> COMPANY =
            Map.of("contacts", "associatedcompanyid", "deals", "hs_primary_associated_company");

    private static final String OWNER = "hubspot_owner_id";

    private final Map<String, Map<String, ObjectNode>> properties = new LinkedHashMap<>();

    HubSpotAccount(Clock clock) {
        super(clock, ChronoUnit.MILLIS, TYPES);
        TYPES.forEach(type -> properties.put(type, new LinkedHashMap<>()));
        define("companies", "name", "domain", "phone", "website", "description", "country", "city", OWNER);
        define("contacts", "email", "firstname", "lastname", "jobtitle", "phone", OWNER);
        define("deals", "dealname", "dealstage", "pipeline", OWNER);
        COMPANY.forEach((type, name) -> define(type, name).put("calculated", true));
        define("deals", "amount").put("type", "number");
        define("deals", "closedate").put("type", "datetime");
        define("notes", "hs_note_body", OWNER);
        define("notes", "hs_timestamp").put("type", "datetime");
        TYPES.forEach(type -> define(type, modifiedName(type)).put("calculated", true));
    }

    private ObjectNode define(String type, String... names) {
        var property = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            property = property(name);
            property(type, property);
        }
        return property;
    }

    private static ObjectNode property(String name) {
        var property = JsonNodeFactory.instance.objectNode().put("name", name).put("label", name);
        property.put("type", "string")
                .put("fieldType", "text")
                .put("hasUniqueValue", false)
                .put("calculated", false);
        property.putArray("options");
        property.putObject("modificationMetadata").put("readOnlyValue", false);
        return property;
    }

    @Override
    protected String id(String type, long number) {
        return Long.toString(number);
    }

    @Override
    protected Map<String, String> stored(String type, Map<String, String> values) {
        var normal = new TreeMap<>(values);
        normal.computeIfPresent("domain", (name, value) -> value.toLowerCase(Locale.ROOT));
        normal.computeIfPresent("email", (name, value) -> value.toLowerCase(Locale.ROOT));
        return normal;
    }

    Map<String, ObjectNode> properties(String type) {
        return Objects.requireNonNull(properties.get(type));
    }

    void property(String type, ObjectNode property) {
        properties(type).put(property.path("name").asText(), property);
    }

    /** A record, or the one that it was merged into. */
    Optional<FakeRecord> find(String type, String id) {
        var found = found(type, id);
        var winner = found.map(FakeRecord::mergedInto);
        return winner.isPresent() ? find(type, winner.get()) : found;
    }

    Optional<FakeRecord> findBy(String type, String property, String value) {
        return property.equals("hs_object_id") ? find(type, value) : havingValue(type, property, value);
    }

    /** The name of the time of change differs for contacts. */
    static String modifiedName(String type) {
        return type.equals("contacts") ? "lastmodifieddate" : "hs_lastmodifieddate";
    }

    static @Nullable String value(String type, FakeRecord record, String property) {
        return property.equals("hs_object_id")
                ? record.id()
                : property.equals(modifiedName(type))
                        ? record.updatedAt().toString()
                        : record.values().get(property);
    }

    static ObjectNode json(String type, FakeRecord record, Collection<String> wanted) {
        var node = JsonNodeFactory.instance.objectNode().put("id", record.id());
        var fields = node.putObject("properties");
        fields.put("hs_object_id", record.id());
        fields.put(modifiedName(type), record.updatedAt().toString());
        wanted.forEach(name -> fields.put(name, value(type, record, name)));
        node.put("createdAt", record.createdAt().toString());
        node.put("updatedAt", record.updatedAt().toString());
        return node.put("archived", record.deleted());
    }
}
