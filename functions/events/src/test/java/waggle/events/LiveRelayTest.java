package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.Uuids;
import waggle.model.json.Json;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.model.live.Connection;
import waggle.model.live.Connections;
import waggle.model.live.LiveLimits;
import waggle.model.live.Subscription;
import waggle.model.table.ItemKey;
import waggle.sockets.SocketApi;

class LiveRelayTest {
    private static final Path SAMPLE = Path.of("..", "..", "events", "stream-record.json");
    private static final String COMPANY = "01936a2f-5c00-7000-8000-000000000001";
    private static final String TIME = "2026-11-22T08:15:30.123Z";

    private final ManualClock clock = new ManualClock();
    private final Connections connections = new Connections(LocalTable.shared(), LocalTable.NAME, clock);
    private final Sockets sockets = new Sockets();
    private final LiveRelay relay = new LiveRelay(connections, sockets, clock);
    private final UUID company = Uuids.next();
    private final KeyGrant key = new KeyGrant(company, Uuids.next(), "Test", Scopes.of(Scope.READ));

    /** Connections whose messages have a given outcome; all others are sent. */
    private static final class Sockets implements SocketApi {
        private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
        private final Map<String, List<String>> sent = new ConcurrentHashMap<>();
        private final Set<String> closed = ConcurrentHashMap.newKeySet();

        @Override
        public Outcome send(String connection, String message) {
            if (outcomes.get(connection) == null) {
                sent.computeIfAbsent(connection, any -> new CopyOnWriteArrayList<>())
                        .add(message);
            }
            return outcomes.getOrDefault(connection, Outcome.SENT);
        }

        @Override
        public void close(String connection) {
            closed.add(connection);
        }

        @Override
        public boolean isOpen(String connection) {
            return true;
        }

        List<String> to(Connection connection) {
            return sent.getOrDefault(connection.id(), List.of());
        }
    }

    private Connection connect(String id, boolean isResuming) {
        var open = connections.open(key, company + id).orElseThrow();
        var subscription =
                new Subscription("a", List.of("tag.*"), List.of(), false, clock.instant(), isResuming, false);
        return connections.change(open, current -> current.with(subscription)).orElseThrow();
    }

    private JsonNode batch() throws IOException {
        return Json.mapper()
                .readTree(Files.readString(SAMPLE)
                        .replace(COMPANY, company.toString())
                        .replace(TIME, Json.time(clock.instant())));
    }

    @Test
    void event_isSentToThoseThatHearIt() throws IOException {
        var hearing = connect("1", false);
        var deaf = connections.open(key, company + "2").orElseThrow();

        assertThat(relay.relay(batch())).isEmpty();

        assertThat(sockets.to(hearing)).singleElement().asString().contains("\"type\":\"tag.created\"");
        assertThat(sockets.to(deaf)).isEmpty();
    }

    @Test
    void event_ofBeforeTheSubscription_isNotSent() throws IOException {
        var batch = batch();
        clock.move(LiveLimits.OVERLAP.plusSeconds(1));
        var late = connect("1", false);

        relay.relay(batch);

        assertThat(sockets.to(late)).isEmpty();
    }

    @Test
    void clientThatDoesNotRead_isClosed_andOthersGetTheirEvents() throws IOException {
        var slow = connect("1", false);
        var gone = connect("2", false);
        var good = connect("3", false);
        sockets.outcomes.put(slow.id(), SocketApi.Outcome.REFUSED);
        sockets.outcomes.put(gone.id(), SocketApi.Outcome.GONE);

        assertThat(relay.relay(batch())).isEmpty();

        assertThat(sockets.to(good)).hasSize(1);
        assertThat(sockets.closed).containsExactly(slow.id());
        assertThat(connections.all(company)).extracting(Connection::id).containsExactly(good.id());
    }

    @Test
    void subscriptionThatResumes_isToldThatItIsBehind() throws IOException {
        var resuming = connect("1", true);

        relay.relay(batch());

        assertThat(sockets.to(resuming)).isEmpty();
        assertThat(connections.find(resuming.id()).orElseThrow().subscription("a"))
                .hasValueSatisfying(
                        subscription -> assertThat(subscription.isBehind()).isTrue());
    }

    @Test
    void connectionThatEndsSoon_isToldOnce() throws IOException {
        var open = connect("1", false);
        clock.move(LiveLimits.LONGEST.minus(LiveLimits.NOTICE));

        relay.relay(batch());
        relay.relay(batch());

        assertThat(sockets.to(open))
                .hasSize(3)
                .filteredOn("{\"reconnect\":300}"::equals)
                .hasSize(1);
    }

    @Test
    void revokedKey_losesItsConnections() {
        var open = connect("1", false);
        var other = new Connections(LocalTable.shared(), LocalTable.NAME, clock)
                .open(new KeyGrant(company, Uuids.next(), "Other", key.scopes()), company + "other")
                .orElseThrow();
        var record = ItemKey.record(company, ApiKey.NAME, key.uuid());
        var batch = Json.mapper().createObjectNode();
        var change = batch.putArray("Records").addObject().putObject("dynamodb").put("SequenceNumber", "1");
        var image = change.putObject("NewImage");
        image.putObject("pk").put("S", record.pk());
        image.putObject("sk").put("S", record.sk());
        image.putObject("revoked_at").put("S", Json.time(clock.instant()));

        assertThat(relay.relay(batch)).isEmpty();

        assertThat(sockets.closed).containsExactly(open.id());
        assertThat(connections.all(company)).extracting(Connection::id).containsExactly(other.id());
    }
}
