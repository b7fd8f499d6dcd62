package waggle.live.sockets;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Write;
import waggle.model.events.Event;
import waggle.model.json.Json;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.KeyStore;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.model.live.Connections;
import waggle.model.live.EventLog;
import waggle.model.live.Tickets;
import waggle.model.store.Store;
import waggle.model.tags.Tag;

/** The socket function with a client of one company, and a clock that a test moves. */
final class SocketScenario {
    private static final String ID = "L0SM9cOFvHcCIhw=";

    /** Ahead of the uuids of events, however long a test takes: what is created later than this clock is not resumed with. */
    final ManualClock clock = new ManualClock(Instant.now().plus(Duration.ofHours(1)));

    final SentMessages sent = new SentMessages();
    final UUID company = Uuids.next();
    final String id = company + ID;
    final Tickets tickets = new Tickets(LocalTable.shared(), LocalTable.NAME, clock);
    final Connections connections = new Connections(LocalTable.shared(), LocalTable.NAME, clock);
    final Sockets sockets = new Sockets(
            tickets,
            new KeyStore(LocalTable.shared(), LocalTable.NAME, clock),
            new Store<>(LocalTable.shared(), LocalTable.NAME, ApiKey.RESOURCE, clock),
            connections,
            new EventLog(LocalTable.shared(), LocalTable.NAME, clock),
            sent,
            clock);
    final KeyGrant key = grant();

    private KeyGrant grant() {
        var uuid = run(write -> write.create(ApiKey.RESOURCE, ApiKey.wanted("Test", Scopes.of(Scope.READ))))
                .uuid();
        return new KeyGrant(company, uuid, "Test", Scopes.of(Scope.READ));
    }

    private <T> T run(Function<Write, T> unit) {
        return Catalogue.writes(LocalTable.shared(), LocalTable.NAME, Clock.systemUTC())
                .run(Actor.waggle(company), unit);
    }

    /** Connects the client. */
    void connect() {
        connect(id);
    }

    void connect(String connection) {
        sockets.connect(event(
                "CONNECT",
                connection,
                Map.of(
                        "queryStringParameters",
                        Map.of("ticket", tickets.issue(key).secret()))));
    }

    static SocketEvent event(String type, String connection, Map<String, ?> more) {
        var event = Json.mapper().createObjectNode();
        event.setAll(Json.tree(more));
        event.putObject("requestContext").put("eventType", type).put("connectionId", connection);
        return new SocketEvent(event);
    }

    /** The reply to a message, a second after the one before. */
    JsonNode reply(String message) {
        clock.move(Duration.ofSeconds(1));
        try {
            return Json.mapper()
                    .readTree(String.valueOf(sockets.message(event("MESSAGE", id, Map.of("body", message)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode subscribe(String name, String more) {
        return reply("{\"action\":\"subscribe\",\"id\":\"%s\",\"types\":[\"tag.*\"]%s}".formatted(name, more));
    }

    UUID tag() {
        run(write -> write.create(
                Tag.RESOURCE, new Tag("Tag " + UUID.randomUUID(), Tag.Association.DEAL, "#123456", "#000000", null)));
        return events().getLast();
    }

    private List<UUID> events() {
        return new Store<>(LocalTable.shared(), LocalTable.NAME, Event.RESOURCE, Clock.systemUTC())
                .all(Actor.waggle(company)).stream().map(event -> event.uuid()).toList();
    }

    List<String> sentEvents() {
        return sent.messages().stream()
                .filter(message -> message.has("event"))
                .map(message -> message.at("/event/uuid").asText())
                .toList();
    }
}
