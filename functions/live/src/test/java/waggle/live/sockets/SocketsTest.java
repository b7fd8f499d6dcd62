package waggle.live.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.live.LiveLimits;
import waggle.model.live.Subscription;

class SocketsTest {
    private final SocketScenario live = new SocketScenario();

    @BeforeEach
    void connect() {
        live.connect();
    }

    @Test
    void ticket_isTakenOnce_andExpires() {
        var ticket = live.tickets.issue(live.key).secret();
        assertThat(live.tickets.take(ticket, live.id)).hasValue(live.key);
        assertThat(live.tickets.take(ticket, "another" + live.id)).isEmpty();
        var late = live.tickets.issue(live.key).secret();
        live.clock.move(LiveLimits.TICKET);
        assertThat(live.tickets.take(late, live.id)).isEmpty();
    }

    @Test
    void subscriptions_areLimited() {
        for (var i = 0; i < LiveLimits.SUBSCRIPTIONS; i++) {
            assertThat(live.subscribe("s" + i, "").has("subscribed")).isTrue();
        }

        assertThat(live.subscribe("more", "").required("error").asText())
                .isEqualTo("A connection has at most 50 subscriptions: unsubscribe one first");
        assertThat(live.subscribe("s0", "").has("subscribed")).isTrue();
        assertThat(live.reply("{\"action\":\"unsubscribe\",\"id\":\"s0\"}").toString())
                .isEqualTo("{\"unsubscribed\":\"s0\"}");
        assertThat(live.subscribe("more", "").has("subscribed")).isTrue();
    }

    @Test
    void subscriptions_areLimitedByTheirSizeTogether() {
        var records = IntStream.range(0, Subscription.MOST_RECORDS)
                .mapToObj(i -> "\"" + Uuids.next() + "\"")
                .collect(Collectors.joining(",", ",\"records\":[", "]"));
        var replies = IntStream.range(0, 17)
                .mapToObj(i -> live.subscribe("s" + i, records))
                .toList();

        assertThat(replies).filteredOn(reply -> reply.has("subscribed")).hasSize(15);
        assertThat(replies.getLast().required("error").asText())
                .isEqualTo("records must be fewer: the subscriptions of a connection have at most 32 KiB");
    }

    @Test
    void messages_ofOneSecond_areLimited_andTheConnectionIsClosed() {
        var ping = SocketScenario.event("MESSAGE", live.id, Map.of("body", "{\"action\":\"ping\"}"));
        for (var i = 0; i < LiveLimits.MESSAGES_PER_SECOND; i++) {
            assertThat(live.sockets.message(ping)).contains("pong");
        }

        assertThat(live.sockets.message(ping)).isNull();
        assertThat(live.sent.messages().getLast().required("code").asText()).isEqualTo("rate_limit_exceeded");
        assertThat(live.sent.closed()).containsExactly(live.id);
        assertThat(live.connections.find(live.id)).isEmpty();
    }

    @Test
    void client_isToldOnce_thatItsConnectionEnds() {
        live.clock.move(LiveLimits.LONGEST.minus(LiveLimits.NOTICE));

        assertThat(live.reply("{\"action\":\"ping\"}").has("pong")).isTrue();
        assertThat(live.reply("{\"action\":\"ping\"}").has("pong")).isTrue();

        assertThat(live.sent.messages()).singleElement().satisfies(message -> assertThat(
                        message.required("reconnect").asInt())
                .isEqualTo((int) LiveLimits.NOTICE.toSeconds() - 1));
    }

    @Test
    void message_onAConnectionThatIsOver_closesIt() {
        live.clock.move(LiveLimits.LONGEST);

        assertThat(live.sockets.message(
                        SocketScenario.event("MESSAGE", live.id, Map.of("body", "{\"action\":\"ping\"}"))))
                .isNull();
        assertThat(live.sent.messages().getLast().toString()).isEqualTo("{\"reconnect\":0}");
        assertThat(live.sent.closed()).containsExactly(live.id);
    }

    @Test
    void place_ofAConnectionThatIsGone_isFree() {
        IntStream.range(1, LiveLimits.CONNECTIONS).forEach(i -> live.connect(live.id + i));
        assertThatThrownBy(() -> live.connect(live.id + "more")).isInstanceOf(WaggleException.class);

        live.sent.close(live.id + 7);
        live.connect(live.id + "more");

        assertThat(live.connections.find(live.id + 7)).isEmpty();
        assertThat(live.connections.ofKey(live.company, live.key.uuid())).hasSize(LiveLimits.CONNECTIONS);
    }

    @Test
    void disconnect_freesThePlace() {
        live.sockets.disconnect(SocketScenario.event("DISCONNECT", live.id, Map.of()));

        assertThat(live.connections.all(live.company)).isEmpty();
        assertThat(live.connections.count(live.id)).isEmpty();
    }
}
