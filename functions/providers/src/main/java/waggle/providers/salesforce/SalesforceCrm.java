package waggle.providers.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.Changes;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.port.RemoteAccount;
import waggle.model.crm.port.RemoteField;
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

/** An organization of Salesforce, called by an External Client App with client credentials. */
public final class SalesforceCrm implements Crm {
    private static final String VERSION = "/services/data/v67.0";
    private static final int PAGE = 2_000;

    private final Connection connection;
    private final SalesforceSchema schema = new SalesforceSchema(this);

    /**
     * An organization.
     *
     * @param base its My Domain, such as {@code https://acme.my.salesforce.com}, or the address of a fake; the only host that is
     *     called, whatever the reply to the credentials names
     * @param budget asked before every call but those for tokens, which Salesforce does not count
     */
    public SalesforceCrm(HttpClient client, URI base, Credentials credentials, CallBudget budget) {
        this.connection = new Connection(new Host(client, base), credentials, budget, SalesforceFailures::of);
    }

    static String sobject(String object) {
        return VERSION + "/sobjects/" + SalesforceRecords.name(object);
    }

    Answer send(Call call) {
        return connection.send(call);
    }

    /** @param all whether deleted rows are found, too */
    Answer query(String soql, boolean all) {
        return send(Call.get(VERSION + (all ? "/queryAll" : "/query"), Map.of("q", soql)));
    }

    /** All rows of a query: Salesforce may send fewer at once than there are, and says where the others are. */
    private List<JsonNode> found(String soql, boolean all) {
        var answer = query(soql, all);
        var found = new ArrayList<>(rows(answer).toList());
        while (answer.body().path("nextRecordsUrl").isTextual()) {
            var next = answer.body().path("nextRecordsUrl").asText();
            var locator = next.substring(next.lastIndexOf('/') + 1);
            answer = send(Call.get(VERSION + "/query/" + Call.encoded(locator), Map.of()));
            rows(answer).forEach(found::add);
        }
        return found;
    }

    static Stream<JsonNode> rows(Answer answer) {
        return Answer.rows(answer.body().path("records"));
    }

    private static String select(String object, List<String> fields) {
        return "SELECT " + SalesforceRecords.columns(object, fields) + " FROM " + SalesforceRecords.name(object);
    }

    @Override
    public RemoteAccount account() {
        var row = query("SELECT Id, Name FROM Organization", false)
                .body()
                .path("records")
                .path(0);
        return new RemoteAccount(row.path("Id").asText(), row.path("Name").asText());
    }

    @Override
    public RemoteObject describe(String object) {
        return schema.describe(object);
    }

    @Override
    public void prepare(String object) {
        schema.prepare(object);
    }

    @Override
    public List<RemoteStage> stages(String object) {
        return schema.stages(object);
    }

    @Override
    public List<RemoteOwner> owners() {
        return schema.owners();
    }

    /**
     * Deleted and merged rows are among the changes. Each page begins behind the time and the identifier of the last row, so rows
     * that change while pages are read move behind the cursor, and none is skipped.
     */
    @Override
    public RemotePage changed(Changes wanted) {
        var conditions = new ArrayList<String>();
        if (wanted.since() != null) {
            conditions.add("SystemModstamp >= " + second(wanted.since()));
            // Salesforce tells whole seconds: the bounds include all that the exact ones do.
            conditions.add("SystemModstamp < " + second(wanted.until().plusMillis(999)));
        }
        if (wanted.cursor() != null) {
            var at = wanted.cursor().indexOf(' ');
            var stamp = wanted.cursor().substring(0, at);
            var id = SalesforceRecords.literal(wanted.cursor().substring(at + 1));
            conditions.add("(SystemModstamp > %s OR (SystemModstamp = %s AND Id > %s))".formatted(stamp, stamp, id));
        }
        var where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        var soql = select(wanted.object(), wanted.fields()) + where + " ORDER BY SystemModstamp, Id LIMIT " + PAGE;
        var answer = query(soql, true);
        var records = SalesforceRecords.read(rows(answer), wanted.fields());
        return new RemotePage(records, next(answer, records));
    }

    /** Salesforce may send fewer rows than asked for, and says then that it is not done. */
    private static @Nullable String next(Answer answer, List<RemoteRecord> records) {
        var isLast = answer.body().path("done").asBoolean(true) && records.size() < PAGE;
        return isLast || records.isEmpty()
                ? null
                : second(records.getLast().modifiedAt()) + " "
                        + records.getLast().id();
    }

    /** The last 2,000 rows at most; a full run finds the others. */
    @Override
    public List<String> deleted(String object, Instant since, Instant until) {
        var where = " WHERE SystemModstamp >= %s AND SystemModstamp < %s AND IsDeleted = true AND %s != null"
                .formatted(second(since), second(until.plusMillis(999)), SalesforceRecords.MARKER);
        var soql = select(object, List.of()) + where + " ORDER BY SystemModstamp DESC LIMIT " + PAGE;
        return found(soql, true).stream().map(row -> row.path("Id").asText()).toList();
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public List<RemoteRecord> read(String object, List<String> fields, List<String> ids) {
        var listed = ids.stream()
                .filter(id -> id.matches("[A-Za-z0-9]{15,18}"))
                .map(SalesforceRecords::literal)
                .collect(Collectors.joining(", "));
        return listed.isEmpty()
                ? List.of()
                : SalesforceRecords.read(
                        found(select(object, fields) + " WHERE Id IN (" + listed + ")", true).stream(), fields);
    }

    @Override
    public List<RemoteRecord> find(String object, List<String> fields, String field, String value) {
        var where = " WHERE " + SalesforceRecords.name(field) + " = " + SalesforceRecords.literal(value) + " LIMIT 10";
        return SalesforceRecords.read(found(select(object, fields) + where, false).stream(), fields);
    }

    @Override
    public List<RemoteRecord> marked(String object, List<String> fields, UUID marker) {
        return find(object, fields, SalesforceRecords.MARKER, marker.toString());
    }

    @Override
    public List<RemoteRecord> markedAmong(String object, List<String> fields, List<UUID> markers) {
        var listed = markers.stream()
                .map(marker -> SalesforceRecords.literal(marker.toString()))
                .collect(Collectors.joining(", "));
        var where = " WHERE " + SalesforceRecords.MARKER + " IN (" + listed + ")";
        return SalesforceRecords.read(found(select(object, fields) + where, false).stream(), fields);
    }

    /** Creates by an upsert on Waggle's uuid, which a repetition cannot make twice. */
    @Override
    public WrittenRecord create(String object, UUID marker, Map<String, String> fields) {
        var path = sobject(object) + "/" + SalesforceRecords.MARKER + "/" + marker;
        var answer = send(Call.patch(path, body(object, fields)));
        var id = answer.body().path("id").asText("");
        return id.isEmpty()
                ? new WrittenRecord(
                        marked(object, List.copyOf(fields.keySet()), marker).getFirst(), null)
                : stored(object, id, fields);
    }

    @Override
    public WrittenRecord update(String object, String id, Map<String, String> fields) {
        send(Call.patch(sobject(object) + "/" + Call.encoded(id), body(object, fields)));
        return stored(object, id, fields);
    }

    /** Salesforce does not reply with the record, and rounds, trims and rewrites values, so the record is read. */
    private WrittenRecord stored(String object, String id, Map<String, String> fields) {
        return new WrittenRecord(
                read(object, List.copyOf(fields.keySet()), List.of(id)).stream()
                        .findFirst()
                        .orElseThrow(() -> new CrmFailure(
                                Kind.RETRY, "The written record cannot be read", CrmFailure.Details.NONE)),
                null);
    }

    private JsonNode body(String object, Map<String, String> fields) {
        var body = Json.mapper().createObjectNode();
        var known = schema.object(object);
        fields.forEach((name, value) -> {
            // Every record has an owner: Salesforce refuses to clear it.
            if (!name.equals("OwnerId") || !value.isBlank()) {
                var type = known.field(name).map(RemoteField::type).orElse(RemoteField.Type.TEXT);
                body.set(name, SalesforceRecords.value(type, value));
            }
        });
        return body;
    }

    @Override
    public void archive(String object, String id) {
        try {
            send(Call.delete(sobject(object) + "/" + Call.encoded(id)));
        } catch (CrmFailure failure) {
            if (failure.kind() != Kind.GONE) {
                throw failure;
            }
        }
    }
}
