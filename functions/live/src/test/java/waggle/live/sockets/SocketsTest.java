package waggle.live.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.Uuids;
import waggle.model.WaggleException;
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
import waggle.model.live.LiveLimits;
import waggle.model.live.Subscription;
import waggle.model.live.Tickets;
import waggle.model.store.Store;
import waggle.model.table.ItemKey;
import waggle.model.tags.Tag;
import waggle.sockets.SocketApi.Outcome;

class SocketsTest {
    private static final String ID = "L0SM9cOFvHcCIhw=";

    private final ManualClock clock = new ManualClock();
    private final SentMessages sent = new SentMessages();
    private final UUID company = Uuids.next();
    private final String id = company + ID;
    private final Tickets tickets = new Tickets(LocalTable.shared(), LocalTable.NAME, clock);
    private final Connections connections = new Connections(LocalTable.shared(), LocalTable.NAME, clock);
    private final Sockets sockets = new Sockets(
            tickets,
            new KeyStore(LocalTable.shared(), LocalTable.NAME, clock),
            new Store<>(LocalTable.shared(), LocalTable.NAME, ApiKey.RESOURCE, clock),
            connections,
            new EventLog(LocalTable.shared(), LocalTable.NAME, clock),
            sent,
            clock);
    private final KeyGrant key = grant();

    private KeyGrant grant() {
        var uuid = run(write -> write.create(ApiKey.RESOURCE, ApiKey.wanted("Test", Scopes.of(Scope.READ))))
                .uuid();
        return new KeyGrant(company, uuid, "Test", Scopes.of(Scope.READ));
    }

    private <T> T run(Function<Write, T> unit) {
        return Catalogue.writes(LocalTable.shared(), LocalTable.NAME, Clock.systemUTC())
                .run(Actor.waggle(company), unit);
    }

    @BeforeEach
    void connect() {
        connect(id);
    }

    private void connect(String connection) {
        sockets.connect(event(
                "CONNECT",
                connection,
                Map.of(
                        "queryStringParameters",
                        Map.of("ticket", tickets.issue(key).secret()))));
    }

    private static SocketEvent event(String type, String connection, Map<String, ?> more) {
        var event = Json.mapper().createObjectNode();
        event.setAll(Json.tree(more));
        event.putObject("requestContext").put("eventType", type).put("connectionId", connection);
        return new SocketEvent(event);
    }

    /** The reply to a message, a second after the one before. */
    private JsonNode reply(String message) {
        clock.move(Duration.ofSeconds(1));
        try {
            return Json.mapper()
                    .readTree(String.valueOf(sockets.message(event("MESSAGE", id, Map.of("body", message)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode subscribe(String name, String more) {
        return reply("{\"action\":\"subscribe\",\"id\":\"%s\",\"types\":[\"tag.*\"]%s}".formatted(name, more));
    }

    private UUID tag() {
        run(write -> write.create(
                Tag.RESOURCE, new Tag("Tag " + UUID.randomUUID(), Tag.Association.DEAL, "#123456", "#000000", null)));
        return events().getLast();
    }

    private List<UUID> events() {
        return new Store<>(LocalTable.shared(), LocalTable.NAME, Event.RESOURCE, Clock.systemUTC())
                .all(Actor.waggle(company)).stream().map(event -> event.uuid()).toList();
    }

    private List<String> sentEvents() {
        return sent.messages().stream()
                .filter(message -> message.has("event"))
                .map(message -> message.at("/event/uuid").asText())
                .toList();
    }

    @Test
    void ticket_isTakenOnce_andExpires() {
        var ticket = tickets.issue(key).secret();
        assertThat(tickets.take(ticket, id)).hasValue(key);
        assertThat(tickets.take(ticket, "another" + id)).isEmpty();
        var late = tickets.issue(key).secret();
        clock.move(LiveLimits.TICKET);
        assertThat(tickets.take(late, id)).isEmpty();
    }

    @Test
    void subscriptions_areLimited() {
        for (var i = 0; i < LiveLimits.SUBSCRIPTIONS; i++) {
            assertThat(subscribe("s" + i, "").has("subscribed")).isTrue();
        }

        assertThat(subscribe("more", "").required("error").asText())
                .isEqualTo("A connection has at most 50 subscriptions: unsubscribe one first");
        assertThat(subscribe("s0", "").has("subscribed")).isTrue();
        assertThat(reply("{\"action\":\"unsubscribe\",\"id\":\"s0\"}").toString())
                .isEqualTo("{\"unsubscribed\":\"s0\"}");
        assertThat(subscribe("more", "").has("subscribed")).isTrue();
    }

    @Test
    void subscriptions_areLimitedByTheirSizeTogether() {
        var records = IntStream.range(0, Subscription.MOST_RECORDS)
                .mapToObj(i -> "\"" + Uuids.next() + "\"")
                .collect(Collectors.joining(",", ",\"records\":[", "]"));
        var replies = IntStream.range(0, 17)
                .mapToObj(i -> subscribe("s" + i, records))
                .toList();

        assertThat(replies).filteredOn(reply -> reply.has("subscribed")).hasSize(15);
        assertThat(replies.getLast().required("error").asText())
                .isEqualTo("records must be fewer: the subscriptions of a connection have at most 32 KiB");
    }

    @Test
    void messages_ofOneSecond_areLimited_andTheConnectionIsClosed() {
        var ping = event("MESSAGE", id, Map.of("body", "{\"action\":\"ping\"}"));
        for (var i = 0; i < LiveLimits.MESSAGES_PER_SECOND; i++) {
            assertThat(sockets.message(ping)).contains("pong");
        }

        assertThat(sockets.message(ping)).isNull();
        assertThat(sent.messages().getLast().required("code").asText()).isEqualTo("rate_limit_exceeded");
        assertThat(sent.closed()).containsExactly(id);
        assertThat(connections.find(id)).isEmpty();
    }

    @Test
    void client_isToldOnce_thatItsConnectionEnds() {
        clock.move(LiveLimits.LONGEST.minus(LiveLimits.NOTICE));

        assertThat(reply("{\"action\":\"ping\"}").has("pong")).isTrue();
        assertThat(reply("{\"action\":\"ping\"}").has("pong")).isTrue();

        assertThat(sent.messages()).singleElement().satisfies(message -> assertThat(
                        message.required("reconnect").asInt())
                .isEqualTo((int) LiveLimits.NOTICE.toSeconds() - 1));
    }

    @Test
    void message_onAConnectionThatIsOver_closesIt() {
        clock.move(LiveLimits.LONGEST);

        assertThat(sockets.message(event("MESSAGE", id, Map.of("body", "{\"action\":\"ping\"}"))))
                .isNull();
        assertThat(sent.messages().getLast().toString()).isEqualTo("{\"reconnect\":0}");
        assertThat(sent.closed()).containsExactly(id);
    }

    @Test
    void place_ofAConnectionThatIsGone_isFree() {
        IntStream.range(1, LiveLimits.CONNECTIONS).forEach(i -> connect(id + i));
        assertThatThrownBy(() -> connect(id + "more")).isInstanceOf(WaggleException.class);

        sent.close(id + 7);
        connect(id + "more");

        assertThat(connections.find(id + 7)).isEmpty();
        assertThat(connections.ofKey(company, key.uuid())).hasSize(LiveLimits.CONNECTIONS);
    }

    @Test
    void resumption_sendsWhatHappensMeanwhile_inOrder() {
        var first = tag();
        var second = tag();
        var third = new UUID[1];
        sent.meanwhile(() -> {
            third[0] = tag();
            noteAsTheRelayDoes();
        });

        assertThat(subscribe("a", ",\"after\":\"" + first + "\"").toString()).isEqualTo("{\"subscribed\":\"a\"}");

        assertThat(sentEvents()).containsExactly(first.toString(), second.toString(), third[0].toString());
        assertThat(connections.find(id).orElseThrow().subscription("a").orElseThrow())
                .satisfies(live -> assertThat(live.isResuming()).isFalse())
                .satisfies(live -> assertThat(live.isBehind()).isFalse());
    }

    private void noteAsTheRelayDoes() {
        connections.change(
                connections.find(id).orElseThrow(),
                current -> current.with(current.subscription("a").orElseThrow().behind(true)));
    }

    @Test
    void resumption_ofAClientThatDoesNotRead_closesItsConnection() {
        var first = tag();
        sent.reply(Outcome.REFUSED);

        subscribe("a", ",\"after\":\"" + first + "\"");

        assertThat(sent.closed()).containsExactly(id);
        assertThat(connections.find(id)).isEmpty();
    }

    @Test
    void resumption_withMoreThanAThousandEvents_resets() {
        var after = Uuids.next();
        var items = IntStream.rangeClosed(0, LiveLimits.RESUMED_EVENTS)
                .mapToObj(i -> ItemKey.record(company, Event.NAME, Uuids.next()).attributes())
                .map(item -> WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(item).build())
                        .build())
                .toList();
        IntStream.iterate(0, from -> from < items.size(), from -> from + 25).forEach(from -> LocalTable.shared()
                .batchWriteItem(write -> write.requestItems(
                        Map.of(LocalTable.NAME, items.subList(from, Math.min(from + 25, items.size()))))));

        assertThat(subscribe("a", ",\"after\":\"" + after + "\"").has("subscribed"))
                .isTrue();
        assertThat(sent.messages()).singleElement().hasToString("{\"reset\":\"a\"}");
    }

    @Test
    void disconnect_freesThePlace() {
        sockets.disconnect(event("DISCONNECT", id, Map.of()));

        assertThat(connections.all(company)).isEmpty();
        assertThat(connections.count(id)).isEmpty();
    }
}
