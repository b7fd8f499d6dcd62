package waggle.providers.hubspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import waggle.providers.call.Call;

/**
 * The company that a contact or a deal belongs to. A property tells it, and an association sets it (HubSpot developer
 * documentation, "Associations").
 */
record HubSpotCompany(HubSpotCrm crm) {
    private static final Map<String, String> PROPERTIES =
            Map.of("contacts", "associatedcompanyid", "deals", "hs_primary_associated_company");

    /** The types of the associations with the one company that is the primary one. */
    private static final Map<String, Integer> PRIMARY = Map.of("contacts", 1, "deals", 5);

    static boolean isOne(String property) {
        return PROPERTIES.containsValue(property);
    }

    /** Sets the company of a record, if the values have one; {@code ""} ends the association. */
    void associate(String object, String id, Map<String, String> fields) {
        var property = PROPERTIES.getOrDefault(object, "");
        var company = fields.get(property);
        if (company == null) {
            return;
        }
        if (company.isBlank()) {
            crm.one(object, List.of(property), id, Map.of())
                    .map(record -> record.fields().getOrDefault(property, ""))
                    .filter(known -> !known.isBlank())
                    .ifPresent(known -> crm.send(Call.delete(path(object, id, known))));
            return;
        }
        var types = JsonNodeFactory.instance.arrayNode();
        types.addObject()
                .put("associationCategory", "HUBSPOT_DEFINED")
                .put("associationTypeId", PRIMARY.getOrDefault(object, 0));
        crm.send(Call.put(path(object, id, company), types));
    }

    private static String path(String object, String id, String company) {
        return HubSpotCrm.objects(object) + "/" + Call.encoded(id) + "/associations/companies/" + Call.encoded(company);
    }
}
