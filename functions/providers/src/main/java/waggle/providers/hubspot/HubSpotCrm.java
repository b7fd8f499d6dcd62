package waggle.providers.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.Changes;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.RemoteAccount;
import waggle.model.crm.port.RemoteObject;
import waggle.model.crm.port.RemoteOwner;
import waggle.model.crm.port.RemotePage;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.port.RemoteStage;
import waggle.model.crm.port.WrittenRecord;
import waggle.model.json.Json;
import waggle.providers.call.Answer;
import waggle.providers.call.Call;
import waggle.providers.call.Connection;
import waggle.providers.call.Credentials;
import waggle.providers.call.Host;

/** An account of HubSpot, called with a service key or another static token. */
public final class HubSpotCrm implements Crm {
    /** The address of HubSpot's API. */
    public static final URI PUBLIC = URI.create("https://api.hubapi.com");

    private static final String VERSION = "2026-09";
    private static final int SEARCH_PAGE = 200;

    private final Connection connection;
    private final HubSpotSchema schema;
    private final HubSpotChanges changes;
    private final HubSpotWrites writes = new HubSpotWrites(this, new HubSpotCompany(this));

    /**
     * An account.
     *
     * @param base {@link #PUBLIC}, or the address of a fake
     * @param budget asked before every call
     */
    public HubSpotCrm(HttpClient client, URI base, String token, CallBudget budget) {
        this(client, base, Credentials.fixed(Map.of("Authorization", "Bearer " + token)), budget);
    }

    /** An account, called with tokens that expire. */
    public HubSpotCrm(HttpClient client, URI base, Credentials credentials, CallBudget budget) {
        this.connection = new Connection(new Host(client, base), credentials, budget, HubSpotFailures::of);
        this.schema = new HubSpotSchema(this);
        this.changes = new HubSpotChanges(this, SEARCH_PAGE);
    }

    static String objects(String object) {
        return "/crm/objects/" + VERSION + "/" + Call.encoded(object);
    }

    static String path(String area, String rest) {
        return "/crm/" + area + "/" + VERSION + rest;
    }

    Answer send(Call call) {
        return connection.send(call);
    }

    @Override
    public RemoteAccount account() {
        var details = send(Call.get("/account-info/" + VERSION + "/details", Map.of()))
                .body();
        var id = details.path("portalId").asText();
        return new RemoteAccount(id, "HubSpot account " + id);
    }

    @Override
    public RemoteObject describe(String object) {
        return schema.describe(object);
    }

    @Override
    public List<RemoteStage> stages(String object) {
        return schema.stages(object);
    }

    @Override
    public List<RemoteOwner> owners() {
        return schema.owners();
    }

    @Override
    public void prepare(String object) {
        schema.prepare(object);
    }

    @Override
    public RemotePage changed(Changes wanted) {
        return changes.page(wanted);
    }

    /** A batch leaves out archived and merged records, so these are looked up by a second and a third call. */
    @Override
    public List<RemoteRecord> read(String object, List<String> fields, List<String> ids) {
        var found = new ArrayList<>(batch(object, fields, ids, false));
        var missing = without(ids, found);
        if (!missing.isEmpty()) {
            batch(object, fields, missing, true).forEach(record -> found.add(record.asDeleted()));
            without(ids, found).forEach(id -> one(object, fields, id, Map.of()).ifPresent(found::add));
        }
        return found;
    }

    private static ObjectNode wanted(List<String> fields, Stream<String> ids) {
        var body = Json.mapper().createObjectNode();
        HubSpotRecords.asked(fields).forEach(body.putArray("properties")::add);
        var inputs = body.putArray("inputs");
        ids.forEach(id -> inputs.addObject().put("id", id));
        return body;
    }

    private List<RemoteRecord> batch(String object, List<String> fields, List<String> ids, boolean archived) {
        var body = wanted(fields, ids.stream());
        var query = Map.of("archived", Boolean.toString(archived));
        var answer = send(Call.post(objects(object) + "/batch/read", body).with(query));
        return rows(answer)
                .map(row -> HubSpotRecords.read(row, fields))
                .filter(record -> ids.contains(record.id()))
                .distinct()
                .toList();
    }

    private static List<String> without(List<String> ids, List<RemoteRecord> found) {
        var known = new HashSet<String>();
        found.forEach(record -> known.add(record.id()));
        return ids.stream().filter(id -> !known.contains(id)).toList();
    }

    /** Reads one record. HubSpot replies to the identifier of a merged record with the record that it was merged into. */
    Optional<RemoteRecord> one(String object, List<String> fields, String id, Map<String, String> query) {
        var parameters = new LinkedHashMap<>(query);
        parameters.put("properties", String.join(",", HubSpotRecords.asked(fields)));
        try {
            var call = Call.get(objects(object) + "/" + Call.encoded(id), parameters);
            var record = HubSpotRecords.read(send(call).body(), fields);
            return Optional.of(
                    query.isEmpty() && !record.id().equals(id)
                            ? new RemoteRecord(id, record.modifiedAt(), true, record.id(), null, Map.of())
                            : record);
        } catch (CrmFailure failure) {
            if (failure.kind() == CrmFailure.Kind.GONE) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public List<RemoteRecord> find(String object, List<String> fields, String field, String value) {
        if (object.equals("contacts") && field.equals("email")) {
            // E-mail addresses are unique here, and this read does not wait for the index of searches.
            return one(object, fields, value, Map.of("idProperty", field)).stream()
                    .toList();
        }
        var body = Json.mapper().createObjectNode().put("limit", 10);
        HubSpotRecords.asked(fields).forEach(body.putArray("properties")::add);
        body.putArray("filterGroups")
                .addObject()
                .putArray("filters")
                .addObject()
                .put("propertyName", field)
                .put("operator", "EQ")
                .put("value", value);
        return rows(send(Call.post(objects(object) + "/search", body)))
                .map(row -> HubSpotRecords.read(row, fields))
                .toList();
    }

    @Override
    public List<RemoteRecord> marked(String object, List<String> fields, UUID marker) {
        return one(object, fields, marker.toString(), Map.of("idProperty", HubSpotRecords.MARKER)).stream()
                .toList();
    }

    @Override
    public List<RemoteRecord> markedAmong(String object, List<String> fields, List<UUID> markers) {
        var body = wanted(fields, markers.stream().map(UUID::toString)).put("idProperty", HubSpotRecords.MARKER);
        return rows(send(Call.post(objects(object) + "/batch/read", body)))
                .map(row -> HubSpotRecords.read(row, fields))
                .filter(record -> record.marker() != null)
                .toList();
    }

    @Override
    public WrittenRecord create(String object, UUID marker, Map<String, String> fields) {
        return writes.create(object, marker, fields);
    }

    @Override
    public WrittenRecord update(String object, String id, Map<String, String> fields) {
        return writes.update(object, id, fields);
    }

    @Override
    public void archive(String object, String id) {
        writes.archive(object, id);
    }

    static Stream<JsonNode> rows(Answer answer) {
        return Answer.rows(answer.body().path("results"));
    }
}
