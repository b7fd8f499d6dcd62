package waggle.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.cloud.BaseUrl;
import waggle.acceptance.exchange.ApiOperation;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Notified;
import waggle.acceptance.samples.Related;
import waggle.acceptance.samples.Sample;
import waggle.acceptance.samples.Samples;
import waggle.acceptance.samples.Tags;
import waggle.model.Uuids;
import waggle.model.keys.Scopes.Scope;

/** An operation of the document, in its own company with custom fields and a record that has every field. */
public final class HostileTarget {
    /** Of the operations that this is about. */
    public static final String ROOT = BaseUrl.get().getPath();

    private static final String UNKNOWN = "01900000-0000-7000-8000-000000000000";
    private static final String JSON = "application/json";
    private static final List<String> TYPES =
            List.of("text", "textarea", "number", "date", "boolean", "select", "multi_select");

    private static final Map<String, Tenant> TENANTS = new ConcurrentHashMap<>();

    /** One client for each resource, in a company with a custom field of each type. */
    private static final Map<String, Api> CLIENTS = new ConcurrentHashMap<>();

    private final ApiOperation operation;
    private final Sample sample;
    private final Tenant tenant;
    private final Api client;
    private final ObjectNode complete;
    private final JsonNode made;

    HostileTarget(ApiOperation operation) {
        this.operation = operation;
        this.sample = Samples.at(collection(operation));
        this.tenant = TENANTS.computeIfAbsent(sample.path(), path -> Target.tenant());
        this.client = CLIENTS.computeIfAbsent(sample.path(), path -> client(tenant, sample));
        this.complete = Related.in(client, sample.complete());
        this.made = made();
    }

    /** The collection of the operation's record. Paths without records have those of another. */
    private static String collection(ApiOperation operation) {
        var root = operation.path().substring(ROOT.length()).replaceFirst("(/[^/]+).*", "$1");
        return switch (root) {
            case "/live" -> "/notifications";
            case "/me", "/search", "/analytics" -> "/partners";
            default -> root;
        };
    }

    private JsonNode made() {
        if (sample.name().equals("notification")) {
            return Notified.one(client);
        }
        if (sample.name().startsWith("crm_") && !sample.isMade()) {
            var made = CrmRecords.write(tenant, Uuids.next(), Uuids.next());
            return client.get(sample.path() + "/" + made.get(sample.path()))
                    .expect(200)
                    .json();
        }
        return sample.isMade()
                ? client.post(sample.path(), complete).expect(201).json()
                : first(client.get(sample.path()).expect(200).json());
    }

    /** The newest record of a list. */
    private static JsonNode first(JsonNode found) {
        return found.path("data").path(0).isMissingNode()
                ? found
                : found.path("data").path(0);
    }

    private static Api client(Tenant tenant, Sample sample) {
        var client = tenant.api(Scope.ADMIN).with("Content-Type", JSON);
        if (sample.fields().contains("custom_fields")) {
            TYPES.forEach(type -> client.post("/custom-fields", customField(sample.name(), type))
                    .expect(201));
        }
        return client;
    }

    /** The places in the body of the operation. */
    List<JsonPointer> fields() {
        return fields(operation);
    }

    static List<JsonPointer> fields(ApiOperation operation) {
        return operation.takes(JSON)
                ? new BodyFields(operation.document(), TYPES)
                        .of(operation.body(JSON))
                        .toList()
                : List.of();
    }

    /** A valid body except for the value at one place, with only the fields that the place needs. */
    String body(JsonPointer place, String value) {
        var field = place.getMatchingProperty();
        var body = isPatch() ? Tags.empty() : body();
        if (complete.has(field)) {
            body.set(field, complete.path(field).deepCopy());
        }
        if (body.at(place.head()) instanceof ObjectNode || !place.last().mayMatchElement()) {
            body.withObject(place.head()).putRawValue(place.last().getMatchingProperty(), new RawValue(value));
        } else {
            body.withArray(place.head()).removeAll().addRawValue(new RawValue(value));
        }
        return body.toString();
    }

    ObjectNode body() {
        return Related.in(client, isPatch() ? sample.change() : posted());
    }

    /** Of what clients do not create, only the marks of all notifications and decisions about conflicts are posted. */
    private ObjectNode posted() {
        if (operation.path().endsWith("/batch")) {
            var uuid = made.path("uuid").asText();
            return Sample.parse("{'changes':[{'uuid':'" + uuid + "','patch':{}}]}");
        }
        if (sample.isMade()) {
            return sample.minimal();
        }
        return sample.name().equals("crm_conflict")
                ? Sample.parse("{'take':'waggle'}")
                : Sample.parse("{'user_uuid':'<user>'}");
    }

    Reply send(String body) {
        return send(madePath(), client, BodyPublishers.ofString(body));
    }

    /** Calls with a parameter of the document; empty if the parameter cannot carry the text. */
    Stream<Reply> send(JsonNode parameter, String text) {
        var name = parameter.path("name").asText();
        return switch (parameter.path("in").asText()) {
            case "path" ->
                text.isBlank() ? Stream.empty() : Stream.of(send(path(name, encoded(text)), client, right()));
            case "query" ->
                parameter.path("style").asText().equals("deepObject")
                        ? Stream.concat(
                                TYPES.stream().map(type -> query(name + "[" + type + "]", text)),
                                Stream.of(query(name + "[" + text + "]", "1")))
                        : Stream.of(query(name, text));
            case "header" ->
                text.matches("[ -~]*") ? Stream.of(send(madePath(), client.with(name, text), right())) : Stream.empty();
            default -> throw new AssertionError("a parameter in the " + parameter.path("in"));
        };
    }

    /** A read returns the record that the write returned. The record is deleted, since some resources have a limit. */
    void expectKept(Reply reply) {
        if (reply.json().has("uuid") && sample.isMade()) {
            var path = sample.path(reply.json());
            assertThat(client.get(path).expect(200).json()).isEqualTo(shown(reply.json()));
            if (reply.status() == 201) {
                client.delete(path).expect(204);
            }
        }
    }

    /** API keys and webhook secrets are returned once. */
    private JsonNode shown(JsonNode answer) {
        return switch (sample.name()) {
            case "api_key" -> ((ObjectNode) answer.deepCopy()).without("key");
            case "crm_connection" -> ((ObjectNode) answer.deepCopy()).without("credentials");
            case "webhook_endpoint" -> ((ObjectNode) answer.deepCopy()).without("secret");
            default -> answer;
        };
    }

    private Reply query(String name, String text) {
        return send(madePath() + "?" + encoded(name) + "=" + encoded(text), client, BodyPublishers.noBody());
    }

    private Reply send(String path, Api sender, BodyPublisher body) {
        return sender.send(operation.verb(), path, body);
    }

    private String madePath() {
        return path("uuid", made.path("uuid").asText());
    }

    private String path(String variable, String text) {
        return operation
                .path()
                .substring(ROOT.length())
                .replace("{" + variable + "}", text)
                .replaceAll("\\{\\w+}", UNKNOWN);
    }

    private BodyPublisher right() {
        return operation.takes(JSON) ? BodyPublishers.ofString(body().toString()) : BodyPublishers.noBody();
    }

    private boolean isPatch() {
        return operation.verb().equals("PATCH");
    }

    private static ObjectNode customField(String entity, String type) {
        var field = Tags.empty()
                .put("label", type)
                .put("key", type)
                .put("type", type)
                .put("entity", entity);
        if (type.endsWith("select")) {
            field.withArray("options").addObject().put("id", "a").put("label", "A");
        }
        return field;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
