package waggle.cloud.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waggle.cloud.crm.fake.FakeRecord;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** The associations of the records of one type, at most one with each other type. */
record HubSpotAssociations(HubSpotAccount account, String type) {
    /** The objects that notes are associated with, by the types of the associations. */
    private static final Map<Integer, String> OBJECTS = Map.of(190, "companies", 202, "contacts", 214, "deals");

    private static final Pattern ASSOCIATION = Pattern.compile("/([0-9]+)/associations/(default/)?([a-z]+)/([0-9]+)");

    /** Associates a record with another one, or ends that. */
    Reply reply(Request request, String rest) {
        var path = ASSOCIATION.matcher(rest);
        var value = path.matches() ? value(path.group(3)) : Optional.<String>empty();
        if (value.isEmpty()) {
            return HubSpotReply.missing();
        }
        var record = live(type, path.group(1));
        var other = live(path.group(3), path.group(4));
        if (record.isEmpty() || other.isEmpty()) {
            return HubSpotReply.missing();
        }
        if (request.method().equals("PUT")) {
            account.update(type, record.get(), Map.of(value.get(), other.get().id()));
            return path.group(2) == null
                    ? Reply.json(201, pair(record.get().id(), other.get().id()))
                    : Reply.json(200, unlabelled(record.get().id(), other.get().id()));
        }
        if (record.get().value(value.get()).equals(other.get().id())) {
            account.update(type, record.get(), Map.of(value.get(), ""));
        }
        return Reply.none();
    }

    private Optional<FakeRecord> live(String object, String id) {
        return account.find(object, id).filter(found -> !found.deleted());
    }

    /** The value of a record that stands for its association with another type. */
    private Optional<String> value(String object) {
        return type.equals("notes")
                ? Optional.of(object).filter(OBJECTS::containsValue)
                : Optional.ofNullable(HubSpotAccount.COMPANY.get(type)).filter(name -> object.equals("companies"));
    }

    /** The reply to an association without a type in the call is that of a batch, with one result. */
    private static ObjectNode unlabelled(String from, String to) {
        var batch = JsonNodeFactory.instance.objectNode().put("status", "COMPLETE");
        var result = batch.putArray("results").addObject();
        result.putObject("from").put("id", from);
        result.putObject("to").put("id", to);
        return batch;
    }

    private static ObjectNode pair(String from, String to) {
        var pair =
                JsonNodeFactory.instance.objectNode().put("fromObjectId", from).put("toObjectId", to);
        pair.putArray("labels");
        return pair;
    }

    /**
     * Adds the associations to a record that is read.
     *
     * @param objects their names, separated by commas; null for none
     */
    void tell(ObjectNode json, FakeRecord record, @Nullable String objects) {
        if (objects == null) {
            return;
        }
        for (var object : objects.split(",", -1)) {
            value(object).map(record::value).filter(id -> !id.isEmpty()).ifPresent(id -> json.withObject(
                            "/associations/" + object)
                    .putArray("results")
                    .addObject()
                    .put("id", id)
                    .put("type", type.substring(0, type.length() - 1) + "_to_" + object));
        }
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
