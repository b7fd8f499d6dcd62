package waggle.providers.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.RemoteField;
import waggle.model.crm.port.RemoteObject;
import waggle.model.crm.port.RemoteOwner;
import waggle.model.crm.port.RemoteStage;
import waggle.model.crm.port.RemoteStage.Outcome;
import waggle.model.json.Json;
import waggle.providers.call.Answer;
import waggle.providers.call.Call;

/** Properties, stages and owners of an account. */
record HubSpotSchema(HubSpotCrm crm) {

    RemoteObject describe(String object) {
        var answer = crm.send(Call.get(properties(object), Map.of()));
        var properties = HubSpotCrm.rows(answer).map(HubSpotSchema::field);
        var others = object.equals(HubSpotNotes.NOTES) ? HubSpotNotes.parents() : Stream.<RemoteField>empty();
        return new RemoteObject(object, Stream.concat(properties, others).toList());
    }

    private static String properties(String object) {
        return HubSpotCrm.path("properties", "/" + Call.encoded(object));
    }

    private static RemoteField field(JsonNode property) {
        var name = property.path("name").asText();
        var readOnly = property.path("calculated").asBoolean()
                || property.path("modificationMetadata").path("readOnlyValue").asBoolean();
        return new RemoteField(
                name,
                property.path("label").asText(),
                type(property),
                !readOnly || HubSpotCompany.isOne(name),
                property.path("hasUniqueValue").asBoolean(),
                true,
                name.equals("dealstage"),
                Answer.rows(property.path("options"))
                        .map(option -> option.path("value").asText())
                        .toList());
    }

    private static RemoteField.Type type(JsonNode property) {
        return switch (property.path("type").asText()) {
            case "string", "phone_number" -> RemoteField.Type.TEXT;
            case "number" -> RemoteField.Type.NUMBER;
            case "date" -> RemoteField.Type.DATE;
            case "datetime" -> RemoteField.Type.TIME;
            case "bool" -> RemoteField.Type.BOOLEAN;
            case "enumeration" ->
                property.path("fieldType").asText().equals("checkbox")
                        ? RemoteField.Type.OPTIONS
                        : RemoteField.Type.OPTION;
            default -> RemoteField.Type.OTHER;
        };
    }

    List<RemoteStage> stages(String object) {
        var answer = crm.send(Call.get(HubSpotCrm.path("pipelines", "/" + Call.encoded(object)), Map.of()));
        return HubSpotCrm.rows(answer)
                .flatMap(pipeline -> Answer.rows(pipeline.path("stages"))
                        .map(stage -> stage(pipeline.path("label").asText(), stage)))
                .toList();
    }

    private static RemoteStage stage(String pipeline, JsonNode stage) {
        var facts = stage.path("metadata");
        var closed = facts.path("isClosed").asText().equals("true");
        var won = facts.path("probability").asText().startsWith("1");
        return new RemoteStage(
                stage.path("id").asText(),
                stage.path("label").asText(),
                pipeline,
                closed ? won ? Outcome.WON : Outcome.LOST : Outcome.OPEN);
    }

    List<RemoteOwner> owners() {
        var owners = new ArrayList<RemoteOwner>();
        var query = new TreeMap<>(Map.of("limit", "100"));
        while (true) {
            var answer = crm.send(Call.get(HubSpotCrm.path("owners", ""), query));
            HubSpotCrm.rows(answer)
                    .forEach(owner -> owners.add(new RemoteOwner(
                            owner.path("id").asText(),
                            owner.path("email").asText("").toLowerCase(Locale.ROOT),
                            !owner.path("archived").asBoolean())));
            var after = answer.body().path("paging").path("next").path("after").textValue();
            if (after == null || after.equals(query.put("after", after))) {
                return owners;
            }
        }
    }

    /** Makes the property that holds Waggle's uuid. Two that do so at once make one. */
    void prepare(String object) {
        var isThere = describe(object).field(HubSpotRecords.MARKER).isPresent();
        if (isThere) {
            return;
        }
        var property = Json.mapper().createObjectNode().put("name", HubSpotRecords.MARKER);
        property.put("label", "Waggle ID")
                .put("type", "string")
                .put("fieldType", "text")
                .put("hasUniqueValue", true);
        property.put("groupName", group(object)).put("description", "The identifier of the record in Waggle");
        try {
            crm.send(Call.post(properties(object), property));
        } catch (CrmFailure failure) {
            if (failure.kind() != CrmFailure.Kind.TAKEN) {
                throw failure;
            }
        }
    }

    private static String group(String object) {
        return switch (object) {
            case "companies" -> "companyinformation";
            case "contacts" -> "contactinformation";
            case HubSpotNotes.NOTES -> "engagement";
            default -> "dealinformation";
        };
    }
}
