package waggle.providers.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Details;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.port.RemoteField;
import waggle.model.crm.port.RemoteObject;
import waggle.model.crm.port.RemoteOwner;
import waggle.model.crm.port.RemoteStage;
import waggle.providers.call.Answer;
import waggle.providers.call.Call;

/** Fields, stages and owners of an organization. Fields are read once: writes need their types. */
final class SalesforceSchema {
    private static final int PAGE = 2_000;

    private final SalesforceCrm crm;
    private final Map<String, RemoteObject> known = new HashMap<>();

    /** The objects whose records can be upserted by Waggle's uuid. */
    private final Set<String> upserted = new HashSet<>();

    SalesforceSchema(SalesforceCrm crm) {
        this.crm = crm;
    }

    synchronized RemoteObject describe(String object) {
        known.remove(object);
        return object(object);
    }

    synchronized RemoteObject object(String object) {
        return known.computeIfAbsent(object, name -> {
            var answer = crm.send(Call.get(SalesforceCrm.sobject(name) + "/describe", Map.of()));
            upserted.remove(name);
            Answer.rows(answer.body().path("fields"))
                    .filter(SalesforceSchema::isExternalId)
                    .forEach(marker -> upserted.add(name));
            return new RemoteObject(
                    name,
                    Answer.rows(answer.body().path("fields"))
                            .map(SalesforceSchema::field)
                            .toList());
        });
    }

    private static RemoteField field(JsonNode row) {
        var isRestricted = row.path("restrictedPicklist").asBoolean();
        return new RemoteField(
                row.path("name").asText(),
                row.path("label").asText(),
                type(row.path("type").asText()),
                row.path("updateable").asBoolean(),
                row.path("unique").asBoolean(),
                row.path("filterable").asBoolean(true),
                row.path("name").asText().equals("StageName"),
                Answer.rows(row.path("picklistValues"))
                        .filter(value -> isRestricted && value.path("active").asBoolean())
                        .map(value -> value.path("value").asText())
                        .toList());
    }

    private static RemoteField.Type type(String type) {
        return switch (type) {
            case "string", "textarea", "phone", "email", "url", "id", "reference", "combobox" -> RemoteField.Type.TEXT;
            case "double", "currency", "percent", "int", "long" -> RemoteField.Type.NUMBER;
            case "date" -> RemoteField.Type.DATE;
            case "datetime" -> RemoteField.Type.TIME;
            case "boolean" -> RemoteField.Type.BOOLEAN;
            case "picklist" -> RemoteField.Type.OPTION;
            case "multipicklist" -> RemoteField.Type.OPTIONS;
            default -> RemoteField.Type.OTHER;
        };
    }

    private static boolean isExternalId(JsonNode field) {
        return field.path("name").asText().equals(SalesforceRecords.MARKER)
                && field.path("externalId").asBoolean();
    }

    /**
     * Only an administrator can make the field: it needs permissions, too. The fields of tasks are those of activities, where an
     * external ID need not be unique. An upsert needs an external ID only (Salesforce REST API Developer Guide, "Insert or Update
     * (Upsert) a Record Using an External ID").
     */
    void prepare(String object) {
        var isUnique = describe(object)
                .field(SalesforceRecords.MARKER)
                .filter(RemoteField::unique)
                .isPresent();
        if (!upserted.contains(object) || !(isUnique || object.equals("Task"))) {
            throw new CrmFailure(
                    Kind.FIX,
                    "%s needs the field %s: a text of 36 characters, external ID, unique, writable for the app's user"
                            .formatted(object, SalesforceRecords.MARKER),
                    Details.NONE);
        }
    }

    List<RemoteStage> stages(String object) {
        if (!object.equals("Opportunity")) {
            return List.of();
        }
        var soql = "SELECT ApiName, MasterLabel, IsClosed, IsWon FROM OpportunityStage WHERE IsActive = true"
                + " ORDER BY SortOrder";
        return SalesforceCrm.rows(crm.query(soql, false))
                .map(row -> new RemoteStage(
                        row.path("ApiName").asText(), row.path("MasterLabel").asText(), "", outcome(row)))
                .toList();
    }

    private static RemoteStage.Outcome outcome(JsonNode row) {
        if (!row.path("IsClosed").asBoolean()) {
            return RemoteStage.Outcome.OPEN;
        }
        return row.path("IsWon").asBoolean() ? RemoteStage.Outcome.WON : RemoteStage.Outcome.LOST;
    }

    List<RemoteOwner> owners() {
        var owners = new ArrayList<RemoteOwner>();
        var after = "";
        while (true) {
            var soql =
                    "SELECT Id, Email, IsActive FROM User WHERE UserType = 'Standard' AND Id > %s ORDER BY Id LIMIT %d"
                            .formatted(SalesforceRecords.literal(after), PAGE);
            var rows = SalesforceCrm.rows(crm.query(soql, false)).toList();
            rows.forEach(row -> owners.add(new RemoteOwner(
                    row.path("Id").asText(),
                    row.path("Email").asText("").toLowerCase(Locale.ROOT),
                    row.path("IsActive").asBoolean())));
            if (rows.size() < PAGE) {
                return owners;
            }
            after = rows.getLast().path("Id").asText();
        }
    }
}
