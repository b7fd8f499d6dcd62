package waggle.cloud.listen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.records.Entity;

/** A server with a list of events, whose next statuses a test can choose. */
final class EventList implements AutoCloseable {
    private static final int OK = 200;

    private final HttpServer server;
    private final List<Entity<Event>> events = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();

    private EventList(HttpServer server) {
        this.server = server;
    }

    static EventList open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var list = new EventList(server);
        server.createContext("/v1/events", list::handle);
        server.start();
        return list;
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    UUID add() {
        return add(Uuids.next());
    }

    synchronized UUID add(UUID uuid) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var data = new Event.Data(Json.mapper().createObjectNode().put("uuid", uuid.toString()), null);
        var by = Actor.waggle(uuid).identity();
        events.add(new Entity<>(uuid, new Event("tag.created", now, data, by, "request"), now, now, 1));
        return uuid;
    }

    /** Sets the statuses of the next replies. Later replies return the list. */
    synchronized void reply(Integer... next) {
        statuses.addAll(List.of(next));
    }

    /** Returns and clears the page numbers of the calls. */
    synchronized List<Integer> calls() {
        var calls = List.copyOf(pages);
        pages.clear();
        return calls;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                    .map(parameter -> parameter.split("=", 2))
                    .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1]));
            pages.add(number(query, "page"));
            var status = statuses.isEmpty() ? OK : statuses.pop();
            var body = (status == OK
                            ? list(query)
                            : Json.mapper().createObjectNode().put("error", "Not now"))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private ObjectNode list(Map<String, String> query) {
        var after = Instant.parse(query.get("created_after"));
        var size = number(query, "pageSize");
        var found = events.stream()
                .filter(event -> event.createdAt().isAfter(after))
                .sorted(Comparator.comparing(
                                (Entity<Event> event) -> event.uuid().toString())
                        .reversed())
                .toList();
        var json = Json.mapper().createObjectNode();
        json.putObject("meta").put("record-count", found.size());
        var data = json.putArray("data");
        found.stream()
                .skip((number(query, "page") - 1L) * size)
                .limit(size)
                .forEach(event -> data.add(Json.tree(event)));
        return json;
    }

    private static int number(Map<String, String> query, String name) {
        return Integer.parseInt(query.get(name));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
