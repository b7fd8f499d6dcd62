package waggle.acceptance.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.AtOnce;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Stages;
import waggle.acceptance.samples.Tags;

/** {@code PUT …/order} sets the order of all deal stages or all tiers ({@code docs/api.md}, "Configuration"). */
@ParameterizedClass
@ValueSource(strings = {"/stages", "/tiers"})
final class OrderTest {
    private static final String UNKNOWN = "01900000-0000-7000-8000-000000000000";

    private final Tenant tenant = Target.tenant();
    private final Api api = tenant.api();
    private final String path;
    private final List<String> uuids;

    OrderTest(String path) {
        this.path = path;
        uuids = begin(api);
    }

    @Test
    void order_ofAll_isWhatListsThenShow() {
        var reply = set(uuids.reversed()).expect(200);

        assertThat(reply.json().fieldNames()).toIterable().containsExactly("data");
        assertThat(Lists.texts(reply.json(), "uuid")).isEqualTo(uuids.reversed());
        assertThat(Lists.data(reply.json()))
                .extracting(entity -> entity.path("series").asInt())
                .containsExactly(1, 2, 3, 4);
        assertThat(listed()).isEqualTo(Lists.data(reply.json()));
        for (var entity : Lists.data(reply.json())) {
            assertThat(api.get(path + "/" + entity.path("uuid").asText()).json())
                    .isEqualTo(entity);
        }
    }

    @Test
    void order_changesOnlyWhatMoves() {
        var reply = set(List.of(uuids.get(0), uuids.get(1), uuids.get(3), uuids.get(2)))
                .expect(200);

        assertThat(versions(reply)).containsExactly(1, 1, 2, 2);
        assertThat(Lists.data(reply.json()).getFirst().path("updated_at"))
                .isEqualTo(Lists.data(reply.json()).getFirst().path("created_at"));
    }

    @Test
    void order_thatIsTheSame_changesNothing() {
        var before = listed();

        assertThat(Lists.data(set(uuids).expect(200).json())).isEqualTo(before);
        assertThat(listed()).isEqualTo(before);
    }

    @Test
    void order_closesGaps_andTheNextRecordIsBehind() {
        api.patch(path + "/" + uuids.getFirst(), "{\"series\":500}").expect(200);
        assertThat(Lists.texts(listed(), "uuid")).last().isEqualTo(uuids.getFirst());

        set(uuids).expect(200);

        assertThat(listed()).extracting(entity -> entity.path("series").asInt()).containsExactly(1, 2, 3, 4);
        assertThat(create(api, "Fifth").path("series").asInt()).isEqualTo(5);
    }

    @Test
    void order_thatLacksSome_isRefusedAndNamesThem() {
        var refused = set(uuids.subList(1, 3)).expectFaults("uuids");

        assertThat(refused.fault("uuids"))
                .contains(uuids.getFirst(), uuids.getLast())
                .doesNotContain(uuids.get(1));
        assertUntouched();
    }

    @Test
    void order_withManyFaults_namesThemAllAndChangesNothing() {
        var refused = set(List.of(uuids.get(1), UNKNOWN, uuids.get(1), uuids.get(2)))
                .expectFaults("uuids[1]", "uuids[2]", "uuids");

        assertThat(refused.fault("uuids[1]")).startsWith("must be the uuid of a ");
        assertThat(refused.fault("uuids[2]")).isEqualTo("must appear only once");
        assertUntouched();
    }

    @Test
    void order_withRecordsOfAnotherCompany_knowsThemNot() {
        var theirs = begin(Target.tenant().api());

        var refused = set(Stream.concat(uuids.stream(), theirs.stream().limit(1))
                        .toList())
                .expectFaults("uuids[4]");
        var unknown =
                set(Stream.concat(uuids.stream(), Stream.of(UNKNOWN)).toList()).expectFaults("uuids[4]");

        assertThat(refused.errorWithoutRequest()).isEqualTo(unknown.errorWithoutRequest());
        set(theirs).expectError(400, "invalid_request");
        assertUntouched();
    }

    @Test
    void order_withADeletedRecord_isRefused() {
        api.delete(path + "/" + uuids.getLast()).expect(204);

        set(uuids).expectFaults("uuids[3]");
        set(uuids.subList(0, 3)).expect(200);
    }

    @Test
    void order_withRecordsOfAnotherResource_isRefused() {
        var tag = Tags.create(api).path("uuid").asText();

        set(Stream.concat(uuids.stream(), Stream.of(tag)).toList()).expectFaults("uuids[4]");
    }

    @Test
    void body_thatIsNoOrder_isRefused() {
        put(path, "{}").expectFaults("uuids");
        put(path, "{\"uuids\":null}").expectFaults("uuids");
        put(path, "{\"uuids\":[]}").expectFaults("uuids");
        put(path, "{\"uuids\":\"" + uuids.getFirst() + "\"}").expectFaults("uuids");
        put(path, "{\"uuids\":{}}").expectFaults("uuids");
        put(path, "{\"uuids\":[7,\"x\",{}]}").expectFaults("uuids[0]", "uuids[1]", "uuids[2]");
        put(path, "{\"uuids\":[null]}").expectFaults("uuids[0]");
        put(path, "{\"uuids\":[\"" + UNKNOWN + "\"],\"kind\":\"deal\"}").expectFaults("kind");
        put(path, "[\"" + UNKNOWN + "\"]").expectError(400, "invalid_request");
        put(path, "").expectError(400, "invalid_request");
        api.send("PUT", path + "/order", BodyPublishers.ofString("{}")).expectError(415, "unsupported_media_type");
        assertUntouched();
    }

    @Test
    void order_withAKeyThatOnlyReads_isRefused() {
        var refused = put(tenant.reader(), path, "{}").expectError(403, "access_denied");

        assertThat(refused.error()).isEqualTo("Write access required for this operation");
        put(Target.stranger(), path, "{}").expectError(401, "invalid_api_key");
        assertUntouched();
    }

    @Test
    void order_isOnlyPut() {
        var refused = api.post(path + "/order", "{}").expectError(405, "method_not_allowed");

        assertThat(refused.header("Allow").split(",\\s*")).contains("PUT").doesNotContain("POST");
        api.get(path + "/order").expectError(404, "not_found");
        api.patch(path + "/order", "{}").expectError(404, "not_found");
        api.delete(path + "/order").expectError(404, "not_found");
        put(path + "/order", "{}").expectError(404, "not_found");
    }

    @Test
    void orders_atOnce_areEachWhole() {
        var orders = List.of(uuids, uuids.reversed());

        var replies = AtOnce.times(4, i -> set(orders.get(i % 2)));

        assertThat(replies).extracting(Reply::status).contains(200).isSubsetOf(200, 409);
        assertThat(orders).contains(Lists.texts(listed(), "uuid"));
        assertThat(listed()).extracting(entity -> entity.path("series").asInt()).containsExactly(1, 2, 3, 4);
    }

    /** The default deal stages, or as many tiers. */
    private List<String> begin(Api company) {
        if (path.equals("/tiers")) {
            IntStream.range(0, 4).forEach(i -> create(company, "Tier " + i));
        }
        return Lists.texts(listed(company), "uuid");
    }

    private JsonNode create(Api company, String label) {
        var written = path.equals("/tiers") ? Tags.empty().put("label", label) : Stages.deal(label);
        return company.post(path, written).expect(201).json();
    }

    private Reply set(List<String> order) {
        var list = order.stream().map(uuid -> '"' + uuid + '"').toList();
        return put(path, "{\"uuids\":" + list + "}");
    }

    private Reply put(String ordered, String body) {
        return put(api, ordered, body);
    }

    private static Reply put(Api client, String ordered, String body) {
        return client.with("Content-Type", "application/json")
                .send("PUT", ordered + "/order", BodyPublishers.ofString(body));
    }

    private List<JsonNode> listed() {
        return listed(api);
    }

    private List<JsonNode> listed(Api company) {
        return Lists.data(company.get(path + "?pageSize=50").expect(200).json()).stream()
                .filter(entity -> entity.path("kind").asText("deal").equals("deal"))
                .toList();
    }

    private void assertUntouched() {
        assertThat(Lists.texts(listed(), "uuid")).isEqualTo(uuids);
        assertThat(listed())
                .allSatisfy(entity -> assertThat(entity.path("version").asInt()).isEqualTo(1));
    }

    private static List<Integer> versions(Reply reply) {
        return Lists.data(reply.json()).stream()
                .map(entity -> entity.path("version").asInt())
                .toList();
    }
}
