package waggle.events.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.events.sweep.Waits;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.json.Json;
import waggle.model.status.Component;
import waggle.model.status.Condition;
import waggle.model.status.StatusReads;
import waggle.model.status.StatusWrites;

/** Heartbeats by a clock that the test moves, which come through a stream that the test delays. */
class HeartTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DynamoDbClient client = LocalTable.shared();
    private final String table = LocalTable.another();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-26T14:00:10Z"));
    private final StatusWrites writes = new StatusWrites(client, table);
    private final StatusReads reads = new StatusReads(client, table);
    private final Echoes relay = new Echoes(writes, Echoes.RELAY, clock);
    private final Echoes live = new Echoes(writes, Echoes.LIVE_RELAY, clock);
    private @Nullable String fault;
    private final Heart heart = new Heart(writes, () -> Optional.ofNullable(fault), clock);

    @Test
    void everything_thatIsOnTime_isGood() {
        for (var i = 0; i < 4; i++) {
            minute(Waits.NOTHING);
        }

        assertThat(Component.values())
                .noneMatch(component -> condition(component).bad());
    }

    @Test
    void frontDoor_thatFails_isAnIncidentOfTheApi() {
        fault = "A request was answered with the status 502";
        minute(Waits.NOTHING);
        minute(Waits.NOTHING);

        assertThat(condition(Component.API).isOpen()).isTrue();
        assertThat(condition(Component.API).message()).isEqualTo(fault);
        assertThat(condition(Component.LIVE).bad()).isFalse();
    }

    @Test
    void delivery_thatWaitsForLong_isAnIncidentOfWebhooks() {
        var due = clock.instant().minus(Duration.ofMinutes(9));
        minute(new Waits(Optional.of(due), 0, 0));
        assertThat(condition(Component.WEBHOOKS).bad()).isFalse();
        clock.move(MINUTE);
        minute(new Waits(Optional.of(due), 0, 0));
        minute(new Waits(Optional.of(due), 0, 0));

        assertThat(condition(Component.WEBHOOKS).isOpen()).isTrue();
        assertThat(condition(Component.WEBHOOKS).message()).isEqualTo("The oldest due delivery waits 12 minutes");
    }

    @Test
    void stream_thatIsSilent_isAnIncidentOfItsReader() {
        beat(Waits.NOTHING);
        for (var i = 0; i < 2; i++) {
            relay.note(batch());
            clock.move(MINUTE);
            beat(Waits.NOTHING);
        }

        assertThat(condition(Component.LIVE).isOpen()).isTrue();
        assertThat(condition(Component.WEBHOOKS).bad()).isFalse();

        live.note(batch());
        relay.note(batch());
        clock.move(MINUTE);
        minute(Waits.NOTHING);
        minute(Waits.NOTHING);
        assertThat(condition(Component.LIVE).isOpen()).isFalse();
    }

    @Test
    void stream_thatIsLate_isBad() {
        beat(Waits.NOTHING);
        clock.move(Duration.ofSeconds(70));
        relay.note(batch());
        live.note(batch());
        beat(Waits.NOTHING);

        assertThat(condition(Component.WEBHOOKS).bad()).isTrue();
        assertThat(condition(Component.LIVE).bad()).isTrue();
    }

    @Test
    void connections_thatAreMostlyLate_areBad() {
        minute(new Waits(Optional.empty(), 5, 2));
        assertThat(condition(Component.CRM).bad()).isFalse();
        minute(new Waits(Optional.empty(), 4, 2));
        assertThat(condition(Component.CRM).bad()).isTrue();
    }

    @Test
    void statusRequest_hasNoFault_onlyIfTheReplyIs200() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ok", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/away", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        var base = "http://localhost:" + server.getAddress().getPort();
        try {
            assertThat(new StatusRequest(URI.create(base + "/ok")).fault()).isEmpty();
            assertThat(new StatusRequest(URI.create(base + "/away")).fault())
                    .hasValue("A request was answered with the status 503");
        } finally {
            server.stop(0);
        }
        assertThat(new StatusRequest(URI.create(base + "/ok")).fault())
                .hasValue("A request had no reply within 8 seconds");
    }

    /** A minute whose heartbeat comes through the stream at once. */
    private void minute(Waits waits) {
        beat(waits);
        relay.note(batch());
        live.note(batch());
        clock.move(MINUTE);
    }

    private void beat(Waits waits) {
        heart.beat(waits);
    }

    /** The last heartbeat as the stream has it, after an event. */
    private JsonNode batch() {
        var at = reads.beat().orElseThrow().at();
        return Json.parse("""
                {"Records":[{"dynamodb":{"NewImage":{"pk":{"S":"C#1#event"},"sk":{"S":"1"}}}},
                {"dynamodb":{"NewImage":{"pk":{"S":"STATUS"},"sk":{"S":"ECHO#relay"},"beat_at":{"S":"x"}}}},
                {"dynamodb":{"NewImage":{"pk":{"S":"STATUS"},"sk":{"S":"DAY#2026-11-26"},"beat_at":{"S":"%s"}}}}]}""".formatted(Json.time(at)), JsonNode.class);
    }

    private Condition condition(Component component) {
        return reads.beat().orElseThrow().condition(component);
    }
}
