package waggle.live.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.events.Event;
import waggle.model.live.LiveLimits;
import waggle.model.table.ItemKey;
import waggle.sockets.SocketApi.Outcome;

/** A client that connects again gets what it missed. */
class ResumptionTest {
    private final SocketScenario live = new SocketScenario();

    @BeforeEach
    void connect() {
        live.connect();
    }

    @Test
    void resumption_sendsWhatHappensMeanwhile_inOrder() {
        var first = live.tag();
        var second = live.tag();
        var third = new UUID[1];
        live.sent.meanwhile(() -> {
            third[0] = live.tag();
            noteAsTheRelayDoes();
        });

        assertThat(live.subscribe("a", ",\"after\":\"" + first + "\"").toString())
                .isEqualTo("{\"subscribed\":\"a\"}");

        assertThat(live.sentEvents()).containsExactly(first.toString(), second.toString(), third[0].toString());
        assertThat(live.connections
                        .find(live.id)
                        .orElseThrow()
                        .subscription("a")
                        .orElseThrow())
                .satisfies(taken -> assertThat(taken.isResuming()).isFalse())
                .satisfies(taken -> assertThat(taken.isBehind()).isFalse());
    }

    private void noteAsTheRelayDoes() {
        live.connections.change(
                live.connections.find(live.id).orElseThrow(),
                current -> current.with(current.subscription("a").orElseThrow().behind(true)));
    }

    @Test
    void resumption_ofAClientThatDoesNotRead_closesItsConnection() {
        var first = live.tag();
        live.sent.reply(Outcome.REFUSED);

        live.subscribe("a", ",\"after\":\"" + first + "\"");

        assertThat(live.sent.closed()).containsExactly(live.id);
        assertThat(live.connections.find(live.id)).isEmpty();
    }

    @Test
    void resumption_withMoreThanAThousandEvents_resets() {
        var after = Uuids.next();
        var items = IntStream.rangeClosed(0, LiveLimits.RESUMED_EVENTS)
                .mapToObj(i ->
                        ItemKey.record(live.company, Event.NAME, Uuids.next()).attributes())
                .map(item -> WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(item).build())
                        .build())
                .toList();
        IntStream.iterate(0, from -> from < items.size(), from -> from + 25).forEach(from -> LocalTable.shared()
                .batchWriteItem(write -> write.requestItems(
                        Map.of(LocalTable.NAME, items.subList(from, Math.min(from + 25, items.size()))))));

        assertThat(live.subscribe("a", ",\"after\":\"" + after + "\"").has("subscribed"))
                .isTrue();
        assertThat(live.sent.messages()).singleElement().hasToString("{\"reset\":\"a\"}");
    }
}
