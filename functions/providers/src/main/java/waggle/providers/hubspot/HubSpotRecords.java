package waggle.providers.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import waggle.model.crm.port.RemoteRecord;
import waggle.providers.call.Refusal;

/** Reads records from HubSpot's JSON. */
final class HubSpotRecords {
    /** The property that holds the uuid of Waggle's record. */
    static final String MARKER = "waggle_id";

    private HubSpotRecords() {}

    /** The properties to ask for. */
    static List<String> asked(Collection<String> fields) {
        return Stream.concat(fields.stream(), Stream.of(MARKER))
                .filter(name -> !HubSpotNotes.isParent(name))
                .distinct()
                .toList();
    }

    /** A property that HubSpot does not have stays absent; one without a value is blank. */
    static RemoteRecord read(JsonNode row, Collection<String> fields) {
        var properties = row.path("properties");
        var values = new LinkedHashMap<String, String>();
        for (var field : fields) {
            if (properties.has(field)) {
                // HubSpot sends null for an unset property.
                values.put(
                        field,
                        properties.path(field).isNull()
                                ? ""
                                : HubSpotNotes.read(
                                        field, properties.path(field).asText("")));
            }
        }
        var marker = properties.path(MARKER).textValue();
        return new RemoteRecord(
                row.path("id").asText(),
                Refusal.time(row.path("updatedAt").asText(), Instant::parse),
                row.path("archived").asBoolean(false),
                null,
                marker,
                values);
    }
}
