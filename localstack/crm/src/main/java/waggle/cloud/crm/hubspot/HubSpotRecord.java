package waggle.cloud.crm.hubspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record of the fake.
 *
 * @param mergedInto identifier of the winner; null if it was not merged
 */
record HubSpotRecord(
        long id,
        Instant createdAt,
        Instant updatedAt,
        boolean archived,
        @Nullable Long mergedInto,
        Map<String, String> properties) {

    HubSpotRecord {
        properties = Map.copyOf(properties);
    }

    /** The record with other values; {@code ""} clears one. */
    HubSpotRecord with(Map<String, String> values, Instant now) {
        var merged = new TreeMap<>(properties);
        merged.putAll(values);
        merged.values().removeIf(String::isEmpty);
        return new HubSpotRecord(id, createdAt, now, archived, mergedInto, merged);
    }

    HubSpotRecord archivedAt(Instant now) {
        return new HubSpotRecord(id, createdAt, now, true, mergedInto, properties);
    }

    HubSpotRecord mergedAt(Instant now, long winner) {
        return new HubSpotRecord(id, createdAt, now, true, winner, properties);
    }

    @Nullable
    String value(String type, String property) {
        return property.equals("hs_object_id")
                ? Long.toString(id)
                : property.equals(modifiedName(type)) ? updatedAt.toString() : properties.get(property);
    }

    /** The name of the time of change differs for contacts. */
    static String modifiedName(String type) {
        return type.equals("contacts") ? "lastmodifieddate" : "hs_lastmodifieddate";
    }

    ObjectNode json(String type, Collection<String> wanted) {
        var node = JsonNodeFactory.instance.objectNode().put("id", Long.toString(id));
        var fields = node.putObject("properties");
        fields.put("hs_object_id", Long.toString(id));
        fields.put(modifiedName(type), updatedAt.toString());
        wanted.forEach(name -> fields.put(name, value(type, name)));
        node.put("createdAt", createdAt.toString());
        node.put("updatedAt", updatedAt.toString());
        return node.put("archived", archived);
    }
}
