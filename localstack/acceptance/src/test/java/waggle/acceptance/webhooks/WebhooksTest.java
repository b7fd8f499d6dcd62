package waggle.acceptance.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.webhooks.WebhookEndpoints.PATH;
import static waggle.acceptance.webhooks.WebhookEndpoints.body;
import static waggle.acceptance.webhooks.WebhookEndpoints.path;
import static waggle.acceptance.webhooks.WebhookEndpoints.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.AtOnce;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.cloud.Receiver;
import waggle.acceptance.samples.SamplePayloads;
import waggle.acceptance.samples.Tags;
import waggle.model.keys.Scopes.Scope;

/** Deliveries to webhook endpoints ({@code docs/api.md}, "Events and webhooks"), with a receiver on this machine. */
final class WebhooksTest {
    /** {@code -Dwaggle.patches=500} sends more. */
    private static final int PATCHES = Integer.getInteger("waggle.patches", 40);

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

    /** The stream of the local cloud has the weakest order that Lambda may choose. */
    @Test
    void events_ofARecordThatTwoKeysChange_arriveInOrder() {
        endpoint("tag.updated");
        var path = Tags.path(Tags.create(writer));
        var writers = List.of(writer, tenant.api(Scope.READ, Scope.WRITE));

        AtOnce.times(2, key -> IntStream.range(0, PATCHES / 2)
                .mapToObj(number -> writers.get(key)
                        .patch(path, Tags.empty().put("label", Tags.label()))
                        .expect(200))
                .toList());

        var versions = Stream.generate(receiver::next)
                .map(got -> got.json().at("/data/object/version").asInt())
                .distinct()
                .limit(PATCHES)
                .toList();
        assertThat(versions)
                .containsExactlyElementsOf(
                        IntStream.range(2, PATCHES + 2).boxed().toList());
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
        var one = path(endpoint) + "/deliveries/" + delivery.required("uuid").asText();
        assertThat(admin.get(one).expect(200).json()).isEqualTo(delivery);
        var hours = admin.get(path(endpoint) + "/stats").expect(200).json().path("hours");
        assertThat(hours).hasSize(24);
        var again = one + "/retry";
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
    void secrets_thatWereRotated_signBesideTheNewOne() {
        var endpoint = endpoint("tag.created");
        var once = admin.send("POST", path(endpoint) + "/rotate-secret")
                .expect(200)
                .json();
        var rotated = admin.send("POST", path(endpoint) + "/rotate-secret")
                .expect(200)
                .json();
        Tags.create(writer);

        var got = receiver.next();

        assertThat(got.signatures()).hasSize(3);
        got.signedBy(secret(endpoint)).signedBy(secret(once)).signedBy(secret(rotated));
        assertThat(secret(rotated)).isNotEqualTo(secret(endpoint));
        assertThat(rotated.path("secret_rotated_at").isTextual()).isTrue();
    }

    @Test
    void test_sendsAPing_andSaysWhatCameOfIt() {
        receiver.answer(call -> 503);
        var endpoint = endpoint("partner.*", "tag.created");

        var outcome = admin.send("POST", path(endpoint) + "/test").expect(200).json();

        assertThat(outcome.path("status").asInt()).isEqualTo(503);
        assertThat(outcome.path("reply").asText()).isEqualTo("seen");
        assertThat(written(receiver.next().signedBy(secret(endpoint)).json()))
                .isEqualTo(written(SamplePayloads.of("ping")));
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
            assertThat(written(told.json())).isEqualTo(written(SamplePayloads.of("webhook_endpoint.disabled")));
            var event = admin.get("/events/" + told.id()).expect(200).json();
            assertThat(event.path("actor").toString())
                    .isEqualTo("{\"type\":\"waggle\",\"uuid\":null,\"label\":\"Waggle\"}");
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

    private JsonNode endpoint(String... types) {
        return WebhookEndpoints.create(admin, receiver.url(), types);
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

    /** A payload without uuids, times and URLs. */
    private static String written(JsonNode payload) {
        return SamplePayloads.anonymous(payload).replaceAll("\"url\":\"[^\"]*\"", "\"url\":\"...\"");
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString().replaceFirst("(:\\d\\d)Z", "$1.000Z");
    }
}
