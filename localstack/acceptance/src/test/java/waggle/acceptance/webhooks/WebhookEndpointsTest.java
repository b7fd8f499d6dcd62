package waggle.acceptance.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.webhooks.WebhookEndpoints.PATH;
import static waggle.acceptance.webhooks.WebhookEndpoints.body;
import static waggle.acceptance.webhooks.WebhookEndpoints.path;
import static waggle.acceptance.webhooks.WebhookEndpoints.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.cloud.Receiver;
import waggle.acceptance.samples.Tags;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** Webhook endpoints and lists of events ({@code docs/api.md}, "Events and webhooks"). */
final class WebhookEndpointsTest {
    private final Tenant tenant = Target.tenant();
    private final Api admin = tenant.api(Scope.ADMIN);
    private final Api writer = tenant.api();
    private final Receiver receiver = Receiver.open();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void secret_isToldOnce() {
        var client = admin.with("Idempotency-Key", "once");
        var body = body(receiver.url(), "*");
        var made = client.post(PATH, body).expect(201).json();

        assertThat(secret(made)).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(client.post(PATH, body).expect(201).json().has("secret")).isFalse();
        assertThat(admin.get(path(made)).expect(200).json().has("secret")).isFalse();
        assertThat(admin.get(PATH).expect(200).body()).doesNotContain(secret(made));
        assertThat(admin.get("/audit-log").expect(200).body()).doesNotContain(secret(made));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::ffff:10.0.0.1]/",
                "https://user:secret@93.184.216.34/",
                "ftp://localhost/",
                "https://",
                "nonsense"
            })
    void address_thatIsNotPublic_isRefused(String url) {
        admin.post(PATH, body(url, "*")).expectFaults("url");
        var endpoint = endpoint("*");
        admin.patch(path(endpoint), Tags.empty().put("url", url)).expectFaults("url");
    }

    @Test
    void endpoint_withFaults_isToldAllOfThem() {
        admin.post(PATH, "{\"event_types\":[\"tag.*\",\"Tag\"],\"fields\":[\"A\"],\"secret\":\"mine\"}")
                .expectFaults("url", "event_types[1]", "fields[0]", "secret");
        admin.post(PATH, "{\"url\":\"%s\",\"event_types\":[null]}".formatted(receiver.url()))
                .expectFaults("event_types[0]");
        admin.post(path(endpoint("*")) + "/replay", "{\"until\":\"2020-01-01T00:00:00.000Z\"}")
                .expectFaults("since");
        admin.post(PATH, body(receiver.url(), "elephant.*", "tag.created", "tag.stolen"))
                .expectFaults("event_types[0]", "event_types[2]");
    }

    @Test
    void host_inUnicode_isStoredInAscii_andOneThatBreaksARuleIsToldIt() {
        // Without a resolver, a public name is refused only after its form was accepted.
        var faults = admin.post(PATH, body("https://bücher.example/", "*"))
                .expect(400)
                .body();
        assertThat(faults).contains("must name a host that can be resolved");
        assertThat(admin.post(PATH, body("https://a_b.example.com/", "*"))
                        .expect(400)
                        .body())
                .contains("without underscores");
        assertThat(admin.post(PATH, body("https://hooks.example.com./", "*"))
                        .expect(400)
                        .body())
                .contains("without a dot at its end");
    }

    @Test
    void endpoint_onTheLoopbackAddressOfIpv6_isAllowedLocally() {
        admin.post(PATH, body("http://[::1]:1/", "*")).expect(201);
    }

    @Test
    void fields_areThoseOfTheRecordsOfTheTypes() {
        var partners = body(receiver.url(), "partner.updated");
        admin.post(PATH, withFields(partners, "name", "nmae", "label", "custom_fields.region", "version"))
                .expectFaults("fields[1]", "fields[2]", "fields[4]");
        admin.post(PATH, withFields(partners, "custom_fields.region")).expectFaults("fields[0]");
        admin.post(PATH, withFields(body(receiver.url(), "tag.*"), "custom_fields.region"))
                .expectFaults("fields[0]");
        writer.post("/custom-fields", "{\"label\":\"Region\",\"type\":\"text\",\"entity\":\"partner\"}")
                .expect(201);

        var endpoint = admin.post(PATH, withFields(partners, "custom_fields.region"))
                .expect(201)
                .json();

        assertThat(endpoint.at("/fields/0").asText()).isEqualTo("custom_fields.region");
    }

    @Test
    void replay_isReadWithItsProgress_andBeginsInThePast() {
        var endpoint = endpoint("tag.*");
        var replays = path(endpoint) + "/replay";
        admin.post(replays, "{\"since\":\"2099-01-01T00:00:00.000Z\"}").expectFaults("since");
        var begun = admin.post(replays, "{\"since\":\"2020-01-01T00:00:00.000Z\"}")
                .expect(200)
                .json();

        var read = admin.get(path(endpoint) + "/replays/" + begun.path("uuid").asText())
                .expect(200)
                .json();

        assertThat(read.path("status").asText()).isIn("running", "finished");
        assertThat(read.path("deliveries").asInt()).isZero();
        admin.get(path(endpoint("*")) + "/replays/" + begun.path("uuid").asText())
                .expectError(404, "not_found");
        admin.get(path(endpoint) + "/replays/nonsense").expectError(404, "not_found");
    }

    @Test
    void endpoints_needAnAdmin_andEventsAReader() {
        writer.get(PATH).expectError(403, "access_denied");
        writer.get("/events").expect(200);
        admin.get("/events").expect(200);
        tenant.api(Scopes.parse(Set.of("tags:read"))).get("/events").expectError(403, "access_denied");
    }

    @Test
    void anotherCompany_seesNothing() {
        var endpoint = endpoint("*");
        Tags.create(writer);
        var id = receiver.next().id();
        var other = Target.tenant().api(Scope.ADMIN);

        other.get(path(endpoint)).expectError(404, "not_found");
        other.get(path(endpoint) + "/deliveries").expectError(404, "not_found");
        other.get("/events/" + id).expectError(404, "not_found");
        other.post(path(endpoint) + "/replay", "{\"since\":\"2020-01-01T00:00:00.000Z\"}")
                .expectError(404, "not_found");
        other.send("POST", path(endpoint) + "/test").expectError(404, "not_found");
        var events = other.get("/events?type=tag.created").expect(200).json();
        assertThat(events.at("/meta/record-count").asInt()).isZero();
    }

    @Test
    void events_areListedNewestFirst_andByType() {
        var tag = Tags.create(writer);
        var path = "/tags/" + tag.path("uuid").asText();
        writer.patch(path, "{\"text_color\":\"#123456\"}").expect(200);

        var all = admin.get("/events?pageSize=50").expect(200).json();

        assertThat(all.at("/data/0/type").asText()).isEqualTo("tag.updated");
        assertThat(all.at("/data/1/type").asText()).isEqualTo("tag.created");
        assertThat(all.at("/meta/record-count").asInt())
                .isEqualTo(all.path("data").size());
        var created = admin.get("/events?type=tag.created").expect(200).json();
        assertThat(created.at("/meta/record-count").asInt()).isEqualTo(1);
        assertThat(created.at("/data/0/data/object")).isEqualTo(tag);
    }

    @Test
    void events_areFilteredByPatterns_ofTypesThatExist() {
        Tags.create(writer);

        var events = admin.get("/events?type=tag.*,partner.created").expect(200).json();

        assertThat(events.at("/meta/record-count").asInt()).isEqualTo(1);
        assertThat(admin.get("/events?type=partner.*")
                        .expect(200)
                        .json()
                        .at("/meta/record-count")
                        .asInt())
                .isZero();
        admin.get("/events?type=foo.bar").expectFaults("type");
        admin.get("/events?type=tag.created,tag.stolen").expectFaults("type");
        admin.get(path(endpoint("*")) + "/deliveries?event_type=foo.*").expectFaults("event_type");
    }

    private static ObjectNode withFields(ObjectNode endpoint, String... fields) {
        var body = endpoint.deepCopy();
        Stream.of(fields).forEach(body.withArray("fields")::add);
        return body;
    }

    private JsonNode endpoint(String... types) {
        return WebhookEndpoints.create(admin, receiver.url(), types);
    }
}
