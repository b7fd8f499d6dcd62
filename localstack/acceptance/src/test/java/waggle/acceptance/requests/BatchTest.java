package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Partners;
import waggle.model.Patience;
import waggle.model.Uuids;
import waggle.model.keys.Scopes.Scope;

/** Batches ({@code docs/api.md}, "Batches"). */
final class BatchTest {
    private static final String PATH = "/partners/batch";

    private final Tenant tenant = Target.tenant();
    private final Api api = tenant.api();

    @Test
    void changes_areMadeInTheirOrder_andRefusedOnesStopNoOthers() {
        var first = Partners.create(api, Partners.partner("First"));
        var second = Partners.create(api, Partners.partner("Second"));
        var third = Partners.create(api, Partners.partner("Third"));
        var unknown = Uuids.next().toString();

        var reply = batch(
                change(uuid(first), 1, "{'name':'First A','description':null}"),
                change(uuid(second), 7, "{'name':'Second A'}"),
                change(unknown, 1, "{'name':'Unknown'}"),
                "{'uuid':'" + uuid(third) + "','patch':{'name':'','email':5,'planet':'Mars'}}");
        var results = results(reply);

        assertThat(results).extracting(result -> result.path("status").asInt()).containsExactly(200, 412, 404, 400);
        assertThat(results)
                .extracting(result -> result.path("uuid").asText())
                .containsExactly(uuid(first), uuid(second), unknown, uuid(third));
        assertThat(results.path(0).path("record"))
                .isEqualTo(api.get(Partners.path(first)).json());
        assertThat(results.path(0).path("record").path("name").asText()).isEqualTo("First A");
        assertThat(results.path(0).has("error")).isFalse();
        assertThat(results.path(1).path("error").path("code").asText()).isEqualTo("version_mismatch");
        assertThat(results.path(3).path("error").path("details"))
                .extracting(fault -> fault.path("field").asText())
                .containsExactly("name", "email", "planet");
        assertThat(results.path(3).path("error").path("request_id").asText()).isEqualTo(reply.header("X-Request-Id"));
        assertThat(api.get(Partners.path(second)).json()).isEqualTo(second);
        assertThat(api.get(Partners.path(third)).json()).isEqualTo(third);
    }

    @Test
    void changes_haveEventsAndAuditEntriesOfTheirOwn() {
        var all = IntStream.range(0, 50)
                .mapToObj(i -> uuid(Partners.create(api, Partners.partner("Partner " + i))))
                .toList();

        var keyed = api.with("Idempotency-Key", UUID.randomUUID().toString());
        var body = body(all.stream()
                .map(uuid -> change(uuid, 1, "{'status':'accepted'}"))
                .toArray(String[]::new));

        // A machine under load has no time for all at once; a repetition goes on.
        var results = Patience.until(() -> results(keyed.post(PATH, body)), found -> found.valueStream()
                .noneMatch(result -> result.path("status").asInt() == 503));

        assertThat(results)
                .allSatisfy(result -> assertThat(result.path("status").asInt()).isEqualTo(200));
        var admin = tenant.api(Scope.ADMIN);
        assertThat(count(admin, "/events?type=partner.accepted")).isEqualTo(50);
        assertThat(count(admin, "/audit-log?action=updated&resource=partner")).isEqualTo(50);
    }

    @Test
    void repetition_withAKey_returnsWhatWasDone_andTriesWhatWasRefused() {
        var keyed = api.with("Idempotency-Key", UUID.randomUUID().toString());
        var first = Partners.create(api, Partners.partner("First"));
        var second = Partners.create(api, Partners.partner("Second"));
        var body = body(change(uuid(first), 1, "{'name':'First A'}"), change(uuid(second), 2, "{'name':'Second A'}"));

        var once = keyed.post(PATH, body);
        var refusedAgain = keyed.post(PATH, body);
        Partners.patch(api, second, "{'description':'Now its version is 2'}");
        var twice = keyed.post(PATH, body);

        assertThat(statuses(once)).isEqualTo("200 412");
        assertThat(refusedAgain.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(results(refusedAgain).path(0)).isEqualTo(results(once).path(0));
        assertThat(statuses(refusedAgain)).isEqualTo("200 412");
        assertThat(statuses(twice)).isEqualTo("200 200");
        assertThat(results(twice).path(0)).isEqualTo(results(once).path(0));
        assertThat(api.get(Partners.path(first)).json().path("version").asInt()).isEqualTo(2);
        keyed.post(PATH, body(change(uuid(first), 2, "{'name':'First B'}"))).expectError(422, "idempotency_key_reused");
    }

    @Test
    void batch_whichIsInvalid_changesNothing() {
        var partner = Partners.create(api, Partners.partner("First"));
        var change = change(uuid(partner), 1, "{'name':'First A'}");

        assertThat(batch(change, change).expectFaults("changes[1].uuid").fault("changes[1].uuid"))
                .isEqualTo("is also the uuid of changes[0]; a batch changes a record once");
        batch().expectFaults("changes");
        api.post(PATH, "{}").expectFaults("changes");
        batch(change, change(Uuids.next().toString(), 0, "{}")).expectFaults("changes[1].version");
        batch(change, change(UUID.randomUUID().toString(), 1, "{}")).expectFaults("changes[1].uuid");
        batch(change, "null").expectFaults("changes[1]");
        batch(change, "{'uuid':'x','patch':5,'more':1}")
                .expectFaults("changes[1].uuid", "changes[1].patch", "changes[1].more");
        batch(change, "{}").expectFaults("changes[1].uuid", "changes[1].patch");
        batch(IntStream.range(0, 51)
                        .mapToObj(i -> change(Uuids.next().toString(), 1, "{}"))
                        .toArray(String[]::new))
                .expectFaults("changes");
        api.post(PATH + "?expand=stage", body(change)).expectFaults("expand");

        assertThat(api.get(Partners.path(partner)).json()).isEqualTo(partner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'\\u0000'}",
                "{'name':'\\ud800'}",
                "{'\\ud800':1}",
                "{'name':null}",
                "{'':''}",
                "{'name':{'a':[[[1]]]}}",
                "{'tag_uuids':[null]}",
                "{'custom_fields':{'none':{'deep':[1]}}}",
                "{'external_ids':5,'version':9}"
            })
    void patch_thatIsFaulty_refusesItsOwnChangeOnly(String patch) {
        var first = Partners.create(api, Partners.partner("First"));
        var second = Partners.create(api, Partners.partner("Second"));

        var reply = batch(change(uuid(first), 1, patch), change(uuid(second), 1, "{'name':'Second A'}"));

        assertThat(statuses(reply)).isEqualTo("400 200");
        assertThat(api.get(Partners.path(first)).json()).isEqualTo(first);
    }

    @Test
    void batch_needsWriteAccess_andFindsNoRecordsOfOthers() {
        var partner = Partners.create(api, Partners.partner("First"));
        var body = body(change(uuid(partner), 1, "{'name':'Theirs'}"));

        assertThat(tenant.reader()
                        .post(PATH, body)
                        .expectError(403, "access_denied")
                        .error())
                .isEqualTo("Write access required for this operation");
        assertThat(statuses(Target.tenant().api().post(PATH, body))).isEqualTo("404");
        assertThat(api.get(Partners.path(partner)).json()).isEqualTo(partner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partners", "leads", "deals", "payments"})
    void resources_haveBatches(String path) {
        var reply = api.post("/" + path + "/batch", body(change(Uuids.next().toString(), 1, "{}")));

        assertThat(statuses(reply)).isEqualTo("404");
    }

    private static String statuses(Reply reply) {
        return results(reply)
                .valueStream()
                .map(result -> result.path("status").asText())
                .collect(Collectors.joining(" "));
    }

    private static int count(Api api, String path) {
        return api.get(path)
                .expect(200)
                .json()
                .path("meta")
                .path("record-count")
                .asInt();
    }

    private Reply batch(String... changes) {
        return api.post(PATH, body(changes));
    }

    private static String body(String... changes) {
        return json("{'changes':[" + String.join(",", changes) + "]}");
    }

    private static String change(String uuid, int version, String patch) {
        return "{'uuid':'" + uuid + "','version':" + version + ",'patch':" + patch + "}";
    }

    private static JsonNode results(Reply reply) {
        return reply.expect(200).json().path("results");
    }
}
