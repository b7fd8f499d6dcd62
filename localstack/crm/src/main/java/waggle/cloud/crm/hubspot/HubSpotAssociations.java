package waggle.cloud.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** The associations of the records of one type. */
record HubSpotAssociations(HubSpotAccount account, String type) {
    /** The objects that notes are associated with, by the types of the associations. */
    private static final Map<Integer, String> OBJECTS = Map.of(190, "companies", 202, "contacts", 214, "deals");

    private static final Pattern ASSOCIATION = Pattern.compile("/([0-9]+)/associations/companies/([0-9]+)");

    /** Associates a record with its company, or ends that. */
    Reply reply(Request request, String rest) {
        var path = ASSOCIATION.matcher(rest);
        var property = HubSpotAccount.COMPANY.get(type);
        if (!path.matches() || property == null) {
            return HubSpotReply.missing();
        }
        var record = account.find(type, path.group(1)).filter(found -> !found.deleted());
        var company = account.find("companies", path.group(2)).filter(found -> !found.deleted());
        if (record.isEmpty() || company.isEmpty()) {
            return HubSpotReply.missing();
        }
        var isSet = request.method().equals("PUT");
        account.update(
                type, record.get(), Map.of(property, isSet ? company.get().id() : ""));
        return isSet ? Reply.json(201, HubSpotReply.body("", "associated")) : Reply.none();
    }

    /** Adds the associations to the values, by the names of their objects. */
    Optional<ObjectNode> created(JsonNode row, Map<String, String> values) {
        for (var association : row.path("associations")) {
            var object =
                    OBJECTS.get(association.at("/types/0/associationTypeId").asInt());
            var id = association.at("/to/id").asText();
            if (object == null
                    || account.found(object, id)
                            .filter(found -> !found.deleted())
                            .isEmpty()) {
                return Optional.of(HubSpotReply.body("VALIDATION_ERROR", "The association is not valid"));
            }
            values.put(object, id);
        }
        return Optional.empty();
    }
}
