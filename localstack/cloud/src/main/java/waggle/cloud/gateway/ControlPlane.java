package waggle.cloud.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import waggle.cloud.sockets.OpenSockets;
import waggle.model.json.Json;

/**
 * The operations of API Gateway's management API that fill the usage plan (Amazon API Gateway API Reference, "CreateApiKey",
 * "GetApiKeys", "DeleteApiKey", "CreateUsagePlanKey", "GetUsagePlanKeys"), and the management API of the connections of the
 * WebSocket API. It does not validate signatures.
 */
public final class ControlPlane implements AutoCloseable {
    /** The id of the usage plan. */
    public static final String USAGE_PLAN = "local";

    /** Keys of the plan on one page, however many are asked for. */
    static final int PAGE = 10;

    /** API Gateway Developer Guide, "Usage plans and API keys". */
    private static final Predicate<String> VALUE =
            Pattern.compile("[0-9A-Za-z]{20,128}").asMatchPredicate();

    private static final String CONNECTIONS = "/@connections/";
    private static final String KEYS = "/apikeys";
    private static final String PLAN_KEYS = "/usageplans/" + USAGE_PLAN + "/keys";

    private final HttpListener listener;
    private final UsagePlan plan;
    private final GatewayKeys keys;
    private final OpenSockets sockets;

    private ControlPlane(UsagePlan plan, OpenSockets sockets) throws IOException {
        this.plan = plan;
        this.sockets = sockets;
        this.keys = new GatewayKeys(plan);
        this.listener = HttpListener.start(0, this::reply);
    }

    /**
     * Starts a server on a free port of the loopback address.
     *
     * @param rate requests per minute and key
     * @param sockets the connections of the WebSocket API
     */
    public static ControlPlane start(int rate, OpenSockets sockets) throws IOException {
        return start(rate, sockets, Clock.systemUTC());
    }

    static ControlPlane start(int rate, OpenSockets sockets, Clock clock) throws IOException {
        return new ControlPlane(new UsagePlan(rate, clock), sockets);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    UsagePlan plan() {
        return plan;
    }

    private Reply reply(Request request) throws IOException {
        if (request.path().startsWith(CONNECTIONS)) {
            var id = URLDecoder.decode(request.path().substring(CONNECTIONS.length()), StandardCharsets.UTF_8);
            return connection(request, id);
        }
        return switch (request.method() + " " + request.path()) {
            case "POST " + KEYS -> create(body(request));
            case "GET " + KEYS -> list(parameter(request, "name"));
            case "GET " + PLAN_KEYS -> planKeys(parameter(request, "position"));
            case "POST " + PLAN_KEYS -> addToPlan(body(request));
            default -> isDeletion(request) ? delete(lastPart(request.path())) : notFound();
        };
    }

    /** The operations {@code PostToConnection}, {@code DeleteConnection} and {@code GetConnection}. */
    private Reply connection(Request request, String id) {
        return switch (request.method()) {
            case "POST" ->
                switch (sockets.post(id, request.body())) {
                    case SENT -> new Reply(200, Map.of(), "");
                    case GONE -> gone();
                    case LIMIT_EXCEEDED -> error(429, "LimitExceededException", "Too many bytes wait for the client");
                };
            case "DELETE" -> sockets.delete(id) ? new Reply(204, Map.of(), "") : gone();
            case "GET" -> sockets.get(id).map(found -> reply(200, found)).orElseGet(ControlPlane::gone);
            default -> notFound();
        };
    }

    private static Reply gone() {
        return error(410, "GoneException", "The connection is closed");
    }

    private Reply create(JsonNode parameters) {
        if (!VALUE.test(parameters.path("value").asText())) {
            return error(400, "BadRequestException", "API Key value should be alphanumeric, 20 to 128 characters");
        }
        return keys.create(
                        parameters.path("name").asText(),
                        parameters.path("value").asText())
                .map(key -> reply(201, key.json().put("value", key.value())))
                .orElseGet(() -> error(409, "ConflictException", "API Key already exists"));
    }

    private Reply list(String prefix) {
        var list = Json.mapper().createObjectNode();
        keys.named(prefix).forEach(key -> list.withArray("item").add(key.json()));
        return reply(200, list);
    }

    private Reply planKeys(String position) {
        var from = position.isEmpty() ? 0 : Integer.parseInt(position);
        var all = keys.inPlan();
        var list = Json.mapper().createObjectNode();
        all.stream().skip(from).limit(PAGE).forEach(key -> list.withArray("item")
                .add(key.json().put("value", key.value())));
        if (from + PAGE < all.size()) {
            list.put("position", Integer.toString(from + PAGE));
        }
        return reply(200, list);
    }

    private Reply addToPlan(JsonNode parameters) {
        return keys.find(parameters.path("keyId").asText()).map(this::addToPlan).orElseGet(ControlPlane::notFound);
    }

    private Reply addToPlan(GatewayKey key) {
        return keys.addToPlan(key)
                ? reply(201, key.json().put("type", "API_KEY"))
                : error(409, "ConflictException", "Usage Plan Key already exists");
    }

    private Reply delete(String id) {
        return keys.delete(id) ? new Reply(202, Map.of(), "") : notFound();
    }

    private static Reply notFound() {
        return error(404, "NotFoundException", "Invalid identifier specified");
    }

    private static boolean isDeletion(Request request) {
        return request.method().equals("DELETE") && request.path().startsWith(KEYS + "/");
    }

    private static String parameter(Request request, String name) {
        return request.query().getOrDefault(name, List.of("")).getFirst();
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static JsonNode body(Request request) throws IOException {
        return Json.mapper().readTree(request.body());
    }

    private static Reply error(int status, String type, String message) {
        return reply(status, Json.tree(Map.of("message", message))).with(Map.of("x-amzn-ErrorType", type));
    }

    private static Reply reply(int status, JsonNode json) {
        return new Reply(status, Map.of("Content-Type", List.of("application/json")), json.toString());
    }

    @Override
    public void close() {
        listener.close();
    }
}
