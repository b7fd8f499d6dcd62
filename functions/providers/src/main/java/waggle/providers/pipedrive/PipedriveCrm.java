package waggle.providers.pipedrive;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.Changes;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Details;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.port.RemoteAccount;
import waggle.model.crm.port.RemoteObject;
import waggle.model.crm.port.RemoteOwner;
import waggle.model.crm.port.RemotePage;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.port.RemoteStage;
import waggle.model.crm.port.WrittenRecord;
import waggle.providers.call.Answer;
import waggle.providers.call.Call;
import waggle.providers.call.Connection;
import waggle.providers.call.Credentials;
import waggle.providers.call.Host;

/** An account of Pipedrive, called with the API token of one user. Calls cost tokens of the account's budget of a day. */
public final class PipedriveCrm implements Crm {
    /** The address of Pipedrive's API. */
    public static final URI PUBLIC = URI.create("https://api.pipedrive.com");

    static final int LIST = 10;
    private static final int WRITE = 5;
    private static final int DELETE = 3;

    /** A create that timed out here may still be carried out there for this time. */
    private static final Duration UNKNOWN = Duration.ofSeconds(60);

    private final Connection connection;
    private final PipedriveSchema schema = new PipedriveSchema(this);
    private final PipedriveChanges changes = new PipedriveChanges(this);
    private final PipedriveNotes notes = new PipedriveNotes(this);

    /**
     * An account.
     *
     * @param base {@link #PUBLIC}, or the address of a fake
     * @param token the API token of a user
     * @param budget asked before every call, with the tokens that the call costs
     */
    public PipedriveCrm(HttpClient client, URI base, String token, CallBudget budget) {
        this(client, base, Credentials.fixed(Map.of("x-api-token", token)), budget, PipedriveFailures::of);
    }

    /** An account, called with tokens that expire. */
    public PipedriveCrm(HttpClient client, URI base, Credentials credentials, CallBudget budget) {
        this(client, base, credentials, budget, PipedriveFailures::ofGrant);
    }

    private PipedriveCrm(
            HttpClient client,
            URI base,
            Credentials credentials,
            CallBudget budget,
            Function<Answer, CrmFailure> failures) {
        this.connection = new Connection(new Host(client, base), credentials, budget, failures);
    }

    Answer send(Call call) {
        return connection.send(call);
    }

    static CrmFailure unusable(String message) {
        return new CrmFailure(Kind.FIX, message, Details.NONE);
    }

    PipedriveRecords records(PipedriveType type) {
        return new PipedriveRecords(schema.fields(type), schema.marker(type));
    }

    @Override
    public RemoteAccount account() {
        var user =
                send(Call.get("/api/v1/users/me", Map.of()).costing(2)).body().path("data");
        return new RemoteAccount(
                user.path("company_id").asText(), user.path("company_name").asText());
    }

    @Override
    public RemoteObject describe(String object) {
        return PipedriveNotes.are(object)
                ? PipedriveNotes.describe()
                : schema.describe(PipedriveType.of(object), object);
    }

    @Override
    public void prepare(String object) {
        if (!PipedriveNotes.are(object)) {
            schema.marker(PipedriveType.of(object));
        }
    }

    @Override
    public List<RemoteStage> stages(String object) {
        return object.equals(PipedriveType.DEALS.plural()) ? schema.stages() : List.of();
    }

    @Override
    public List<RemoteOwner> owners() {
        return schema.owners();
    }

    @Override
    public RemotePage changed(Changes wanted) {
        return changes.page(wanted);
    }

    /** Deleted records are missing in the reply. The lists of deals leave out archived ones, which have a list of their own. */
    @Override
    public List<RemoteRecord> read(String object, List<String> fields, List<String> ids) {
        if (PipedriveNotes.are(object)) {
            return notes.read(fields, ids);
        }
        var type = PipedriveType.of(object);
        var known = ids.stream().filter(PipedriveCrm::isId).toList();
        if (known.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<>(byId(type, "", fields, known));
        if (type.equals(PipedriveType.DEALS) && found.size() < known.size()) {
            var there = found.stream().map(RemoteRecord::id).toList();
            var missing = known.stream().filter(id -> !there.contains(id)).toList();
            found.addAll(byId(type, "/archived", fields, missing));
        }
        return found;
    }

    static boolean isId(String text) {
        return text.matches("[0-9]{1,18}");
    }

    List<RemoteRecord> byId(PipedriveType type, String list, List<String> fields, List<String> ids) {
        var query = Map.of("ids", String.join(",", ids), "limit", Integer.toString(MOST_READ));
        return records(type).rows(send(Call.get(type.path() + list, query).costing(LIST)), fields);
    }

    @Override
    public List<RemoteRecord> find(String object, List<String> fields, String field, String value) {
        var type = PipedriveType.of(object);
        var known = schema.fields(type).get(field);
        if (known == null) {
            throw unusable("Pipedrive has no field " + field);
        }
        return new PipedriveSearch(this, type, fields).find(known, value);
    }

    @Override
    public List<RemoteRecord> marked(String object, List<String> fields, UUID marker) {
        return PipedriveNotes.are(object)
                ? notes.markedAmong(fields, List.of(marker))
                : new PipedriveSearch(this, PipedriveType.of(object), fields).marked(marker.toString());
    }

    @Override
    public List<RemoteRecord> markedAmong(String object, List<String> fields, List<UUID> markers) {
        return PipedriveNotes.are(object)
                ? notes.markedAmong(fields, markers)
                : Crm.super.markedAmong(object, fields, markers);
    }

    @Override
    public List<RemoteRecord> claimed(String object, List<String> fields, UUID marker) {
        return PipedriveNotes.are(object)
                ? notes.markedAmong(fields, List.of(marker))
                : new PipedriveSearch(this, PipedriveType.of(object), fields).claimed(marker.toString());
    }

    /** There is no upsert: callers look with {@link #claimed} before they repeat a create. */
    @Override
    public WrittenRecord create(String object, UUID marker, Map<String, String> fields) {
        try {
            return PipedriveNotes.are(object)
                    ? notes.create(marker, fields)
                    : created(PipedriveType.of(object), marker, fields);
        } catch (CrmFailure failure) {
            if (failure.kind() != Kind.RETRY) {
                throw failure;
            }
            var details = failure.details();
            throw new CrmFailure(
                    Kind.RETRY,
                    failure.getMessage(),
                    new Details(details.code(), null, details.requestId(), UNKNOWN, null));
        }
    }

    private WrittenRecord created(PipedriveType type, UUID marker, Map<String, String> fields) {
        var body = records(type).body(fields, MissingNode.getInstance());
        schema.marker(type).write(body, marker.toString(), body);
        return written(type, send(Call.post(type.path(), body).costing(WRITE)), fields);
    }

    @Override
    public WrittenRecord update(String object, String id, Map<String, String> fields) {
        if (PipedriveNotes.are(object)) {
            return notes.update(id, fields);
        }
        var type = PipedriveType.of(object);
        var path = type.path() + "/" + Call.encoded(id);
        var lists = fields.keySet().stream()
                .map(schema.fields(type)::get)
                .anyMatch(field -> field != null && field.isList());
        var before = lists ? send(Call.get(path, Map.of())).body().path("data") : MissingNode.getInstance();
        return written(
                type, send(Call.patch(path, records(type).body(fields, before)).costing(WRITE)), fields);
    }

    private WrittenRecord written(PipedriveType type, Answer answer, Map<String, String> fields) {
        return new WrittenRecord(records(type).read(answer.body().path("data"), fields.keySet()), null);
    }

    @Override
    public void archive(String object, String id) {
        try {
            if (PipedriveNotes.are(object)) {
                notes.archive(id);
            } else {
                var path = PipedriveType.of(object).path() + "/" + Call.encoded(id);
                send(Call.delete(path).costing(DELETE));
            }
        } catch (CrmFailure failure) {
            if (failure.kind() != Kind.GONE) {
                throw failure;
            }
        }
    }
}
