package waggle.providers.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import waggle.model.crm.port.RemoteField;
import waggle.providers.call.Html;

/**
 * What is different about notes: their text is HTML, and they belong to other records by associations (HubSpot developer
 * documentation, "Notes"). A field with the name of an object stands for the association with one of its records. A creation sets
 * it, and HubSpot keeps it; it is not read.
 */
final class HubSpotNotes {
    static final String NOTES = "notes";
    private static final String BODY = "hs_note_body";

    /** The objects that notes belong to, with the types of the associations. */
    private static final Map<String, Integer> TYPES = Map.of("companies", 190, "contacts", 202, "deals", 214);

    private HubSpotNotes() {}

    static boolean isParent(String field) {
        return TYPES.containsKey(field);
    }

    static Stream<RemoteField> parents() {
        return TYPES.keySet().stream().sorted().map(HubSpotNotes::parent);
    }

    private static RemoteField parent(String name) {
        return new RemoteField(name, "Associated " + name, RemoteField.Type.TEXT, true, false, false, false, List.of());
    }

    /** The value of a property to write. */
    static String written(String property, String text) {
        return property.equals(BODY) ? Html.of(text) : text;
    }

    /** The value of a property that was read. */
    static String read(String property, String value) {
        return property.equals(BODY) ? Html.text(value) : value;
    }

    /** The associations of a note that is created. */
    static JsonNode associations(Map<String, String> fields) {
        var associations = JsonNodeFactory.instance.arrayNode();
        fields.forEach((name, id) -> {
            var type = TYPES.get(name);
            if (type != null && !id.isBlank()) {
                var association = associations.addObject();
                association.putObject("to").put("id", id);
                association
                        .putArray("types")
                        .addObject()
                        .put("associationCategory", "HUBSPOT_DEFINED")
                        .put("associationTypeId", type);
            }
        });
        return associations;
    }
}
