package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** Events and webhook endpoints ({@code docs/api.md}, "Events and webhooks"), with a receiver on this machine. */
final class WebhooksTest {
    private static final String PATH = "/webhook-endpoints";

    private final Tenant tenant = Target.tenant();
    private final Api admin = tenant.api(Scope.ADMIN);
    private final Api writer = tenant.api();
    private final Receiver receiver = Receiver.open();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void event_reachesTheEndpoint_signedAndAsTheApiTellsIt() {
        var endpoint = endpoint("tag.*");

        var tag = Tags.create(writer);

        var got = receiver.next().signedBy(secret(endpoint));
        assertThat(got.json().fieldNames()).toIterable().containsExactly("type", "timestamp", "data");
        assertThat(got.type()).isEqualTo("tag.created");
        assertThat(got.json().at("/data/object")).isEqualTo(tag);
        assertThat(got.headers().firstValue("content-type")).hasValue("application/json");
        var event = admin.get("/events/" + got.id()).expect(200).json();
        assertThat(((ObjectNode) event.deepCopy()).retain("type", "timestamp", "data"))
                .isEqualTo(got.json());
        assertThat(event.at("/actor/type").asText()).isEqualTo("api_key");
        assertThat(event.at("/actor/uuid").isTextual()).isTrue();
        var delivery = delivery(endpoint, "status=succeeded");
        assertThat(delivery.required("event_uuid").asText()).isEqualTo(got.id());
        assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(204);
    }

    @Test
    void endpoint_hearsOnlyWhatItAskedFor() {
        endpoint("tag.updated", "tag.deleted");
        var created = Tags.create(writer);
        var path = "/tags/" + created.path("uuid").asText();

        writer.patch(path, "{\"text_color\":\"#123456\"}").expect(200);
        writer.delete(path).expect(204);

        assertThat(List.of(receiver.next().type(), receiver.next().type()))
                .containsExactly("tag.updated", "tag.deleted");
    }

    @Test
    void endpoint_withFields_hearsOnlyOfUpdatesThatChangedOne() {
        admin.post(
                        PATH,
                        Tags.empty()
                                .put("url", receiver.url())
                                .<ObjectNode>set(
                                        "event_types", Tags.empty().arrayNode().add("tag.updated"))
                                .set("fields", Tags.empty().arrayNode().add("label")))
                .expect(201);
        var path = "/tags/" + Tags.create(writer).path("uuid").asText();

        writer.patch(path, "{\"text_color\":\"#123456\"}").expect(200);
        writer.patch(path, Tags.empty().put("label", Tags.label())).expect(200);

        assertThat(receiver.next().json().at("/data/previous").fieldNames())
                .toIterable()
                .containsExactly("label");
    }

    @Test
    void delivery_thatFailed_isTriedAgain_andCanBeAskedForAgain() {
        receiver.answer(call -> call == 1 ? 500 : 204);
        var endpoint = endpoint("tag.created");
        Tags.create(writer);

        var first = receiver.next();
        var second = receiver.next();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).isEqualTo(first.body());
        var delivery = delivery(endpoint, "status=succeeded");
        assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(500);
        assertThat(delivery.at("/attempts/0/reply").asText()).isEqualTo("seen");
        assertThat(delivery.path("attempts")).hasSize(2);
        var again = path(endpoint) + "/deliveries/" + delivery.required("uuid").asText() + "/retry";
        assertThat(admin.send("POST", again).expect(200).json().path("status").asText())
                .isEqualTo("pending");
        assertThat(receiver.next().id()).isEqualTo(first.id());
    }

    @Test
    void events_ofAWhile_canBeReplayed_inTheirOrder() {
        var since = Instant.now();
        var endpoint = endpoint("tag.*");
        var path = "/tags/" + Tags.create(writer).path("uuid").asText();
        writer.patch(path, "{\"text_color\":\"#123456\"}").expect(200);
        writer.delete(path).expect(204);
        var live = Stream.generate(receiver::next).limit(3).toList();

        admin.post(path(endpoint) + "/replay", Tags.empty().put("since", time(since)))
                .expect(200);

        assertThat(live).extracting(Receiver.Got::type).containsExactly("tag.created", "tag.updated", "tag.deleted");
        assertThat(Stream.generate(receiver::next).limit(3).map(Receiver.Got::id))
                .containsExactlyElementsOf(live.stream().map(Receiver.Got::id).toList());
    }

    @Test
    void secret_thatIsRotated_signsBesideTheNewOne() {
        var endpoint = endpoint("tag.created");
        var rotated = admin.send("POST", path(endpoint) + "/rotate-secret")
                .expect(200)
                .json();
        Tags.create(writer);

        var got = receiver.next();

        assertThat(got.signatures()).hasSize(2);
        got.signedBy(secret(endpoint)).signedBy(secret(rotated));
        assertThat(secret(rotated)).isNotEqualTo(secret(endpoint));
        assertThat(rotated.path("secret_rotated_at").isTextual()).isTrue();
    }

    @Test
    void secret_isToldOnce() {
        var client = admin.with("Idempotency-Key", "once");
        var body = body("*");
        var made = client.post(PATH, body).expect(201).json();

        assertThat(secret(made)).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(client.post(PATH, body).expect(201).json().has("secret")).isFalse();
        assertThat(admin.get(path(made)).expect(200).json().has("secret")).isFalse();
        assertThat(admin.get(PATH).expect(200).body()).doesNotContain(secret(made));
        assertThat(admin.get("/audit-log").expect(200).body()).doesNotContain(secret(made));
    }

    @Test
    void test_sendsAPing_andSaysWhatCameOfIt() {
        receiver.answer(call -> 503);
        var endpoint = endpoint("partner.*", "tag.created");

        var outcome = admin.send("POST", path(endpoint) + "/test").expect(200).json();

        assertThat(outcome.path("status").asInt()).isEqualTo(503);
        assertThat(outcome.path("reply").asText()).isEqualTo("seen");
        assertThat(written(receiver.next().signedBy(secret(endpoint)).json())).isEqualTo(written(sample("ping")));
    }

    @Test
    void endpoint_thatIsGone_isDisabled_andTheOthersHearOfIt() {
        try (var other = Receiver.open()) {
            receiver.answer(call -> 410);
            var gone = endpoint("partner.*", "tag.created");
            admin.post(PATH, body(other.url(), "webhook_endpoint.disabled")).expect(201);

            Tags.create(writer);

            var told = other.next();
            assertThat(told.json().at("/data/object/uuid")).isEqualTo(gone.path("uuid"));
            assertThat(written(told.json())).isEqualTo(written(sample("webhook_endpoint.disabled")));
            var disabled = admin.get(path(gone)).expect(200).json();
            assertThat(disabled.path("status").asText()).isEqualTo("disabled");
            assertThat(disabled.path("disabled_reason").asText()).contains("410");
            admin.send("POST", path(gone) + "/deliveries/" + told.id() + "/retry")
                    .expectError(409, "conflict");
            assertThat(admin.patch(path(gone), "{\"status\":\"enabled\"}")
                            .expect(200)
                            .json()
                            .path("disabled_reason")
                            .isNull())
                    .isTrue();
        }
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

    private JsonNode endpoint(String... types) {
        return admin.post(PATH, body(receiver.url(), types)).expect(201).json();
    }

    private ObjectNode body(String type) {
        return body(receiver.url(), type);
    }

    private static ObjectNode body(String url, String... types) {
        var body = Tags.empty().put("url", url);
        Stream.of(types).forEach(body.withArray("event_types")::add);
        return body;
    }

    /** Waits for the only delivery, since filtered lists lag behind the writes. */
    private JsonNode delivery(JsonNode endpoint, String query) {
        return Stream.generate(() -> admin.get(path(endpoint) + "/deliveries?" + query)
                        .expect(200)
                        .json()
                        .at("/data/0"))
                .limit(60)
                .filter(delivery -> !delivery.isMissingNode())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode sample(String type) {
        try {
            return new ObjectMapper()
                    .readTree(
                            SamplePayloadsTest.folder().resolve(type + ".json").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A payload without uuids, times and URLs. */
    private static String written(JsonNode payload) {
        return SamplePayloadsTest.anonymous(payload).replaceAll("\"url\":\"[^\"]*\"", "\"url\":\"...\"");
    }

    private static String secret(JsonNode endpoint) {
        return endpoint.required("secret").asText();
    }

    private static String path(JsonNode endpoint) {
        return PATH + "/" + endpoint.required("uuid").asText();
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString().replaceFirst("(:\\d\\d)Z", "$1.000Z");
    }
}
