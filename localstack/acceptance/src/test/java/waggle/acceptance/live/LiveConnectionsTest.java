package waggle.acceptance.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.samples.Tags;
import waggle.model.Patience;
import waggle.model.keys.Scopes.Scope;
import waggle.model.live.LiveLimits;

/** Who may connect for live updates, and how often ({@code docs/live.md}). */
final class LiveConnectionsTest {
    private final Tenant tenant = Target.tenant();
    private final Api api = tenant.api();

    @Test
    void ticket_opensOneConnection() {
        var url = LiveClient.ticket(api);
        try (var client = LiveClient.open(url)) {
            assertThat(LiveClient.refused(url)).isEqualTo(401);
            client.send("{\"action\":\"ping\"}");
            assertThat(client.next().required("pong").asText()).matches("\\d{4}-.*Z");
        }
    }

    @Test
    void connection_needsATicketOrAKeyThatReads() {
        var url = LiveClient.ticket(api).toString().replaceFirst("\\?.*", "");

        assertThat(LiveClient.refused(URI.create(url))).isEqualTo(401);
        assertThat(LiveClient.refused(URI.create(url + "?ticket=" + "A".repeat(43))))
                .isEqualTo(401);
        assertThat(LiveClient.refused(URI.create(url + "?ticket=%00%F0"))).isEqualTo(401);
        try (var client = LiveClient.open(URI.create(url), tenant.key().reveal())) {
            client.subscribe(LiveTest.TAGS);
        }
        tenant.api(Scope.WRITE).send("POST", "/live/tickets").expectError(403, "access_denied");
    }

    @Test
    void connections_ofAKey_areLimited_andAClosedOneMakesRoom() {
        var own = tenant.api(Scope.READ);
        var clients = IntStream.range(0, LiveLimits.CONNECTIONS)
                .mapToObj(i -> LiveClient.open(own))
                .toList();

        assertThat(LiveClient.refused(LiveClient.ticket(own))).isEqualTo(429);
        clients.getFirst().cut();
        try (var another =
                Patience.until(() -> opened(own), Optional::isPresent).orElseThrow()) {
            assertThat(another.isOpen()).isTrue();
        }
        clients.forEach(LiveClient::close);
    }

    /** The gateway notices a cut connection after a moment. */
    private static Optional<LiveClient> opened(Api api) {
        try {
            return Optional.of(LiveClient.open(api));
        } catch (LiveClient.Refused full) {
            return Optional.empty();
        }
    }

    @Test
    void revokedKey_losesItsConnections() {
        var admin = tenant.api(Scope.ADMIN);
        var made = admin.post("/api-keys", "{\"label\":\"Short\",\"scopes\":[\"read\"]}")
                .expect(201)
                .json();
        var key = Target.stranger().withKey(made.required("key").asText());
        try (var client = LiveClient.open(key).subscribe(LiveTest.TAGS);
                var other = LiveClient.open(api).subscribe(LiveTest.TAGS)) {
            var ticket = LiveClient.ticket(key);
            admin.delete("/api-keys/" + made.required("uuid").asText()).expect(204);

            assertThat(client.closed()).isEqualTo(1000);
            assertThat(LiveClient.refused(ticket)).isEqualTo(401);
            Tags.create(api);
            assertThat(other.types(1)).containsExactly("tag.created");
        }
    }
}
