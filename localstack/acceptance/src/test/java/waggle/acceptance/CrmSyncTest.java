package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.Partners.json;
import static waggle.acceptance.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import waggle.cloud.CrmFakes;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.model.keys.Scopes.Scope;

/** The synchronisation with a HubSpot in memory ({@code docs/crm.md}). */
final class CrmSyncTest {
    private static final String COMPANIES = "companies";
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final Api admin = Target.tenant().api(Scope.ADMIN);
    private final FakeCrm hubSpot = LocalCloud.hubSpot();

    @Test
    void partnersAndCompanies_areSynchronised_fromTheDryRunToTheDeletion() {
        var remote = hubSpot.account().add(COMPANIES, Map.of("name", "Northwind", "domain", "northwind.example"));
        var own = Partners.create(admin, Partners.partner("Litware").put("email_domain", "litware.example"));
        var connection = connection();
        tests(connection);

        var dry = run(connection, "{'resource':'partner','dry_run':true}");
        var planned = Lists.data(admin.get("/crm-log?outcome=planned&run_uuid=" + uuid(dry))
                .expect(200)
                .json());
        assertThat(planned).hasSize(dry.at("/counts/written").asInt()).hasSize(2);
        assertThat(hubSpot.account().count(COMPANIES)).isEqualTo(1);
        assertThat(Lists.count(admin, "/partners")).isEqualTo(1);

        var first = run(connection, "{'resource':'partner'}");
        assertThat(first.at("/counts/written")).isEqualTo(dry.at("/counts/written"));
        assertThat(hubSpot.account().count(COMPANIES)).isEqualTo(2);
        var link = link(connection, "remote_id=" + remote);
        var partner = "/partners/" + link.path("record_uuid").asText();
        assertThat(admin.get(partner)
                        .expect(200)
                        .json()
                        .at("/external_ids/hubspot")
                        .asText())
                .isEqualTo(remote);
        assertThat(link(connection, "record_uuid=" + uuid(own)).path("status").asText())
                .isEqualTo("linked");

        var again = run(connection, "{'resource':'partner','full':true}");
        assertThat(again.at("/counts/written").asInt()).isZero();

        edits(connection, partner, remote);
        conflict(connection, partner, remote);
        deletion(connection, remote, link);
    }

    private JsonNode connection() {
        var created = admin.post(
                        "/crm-connections",
                        json("{'provider':'hubspot','label':'Ours','credentials':{'token':'" + CrmFakes.HUBSPOT_TOKEN
                                + "'}}"))
                .expect(201)
                .json();
        assertThat(created.toString()).doesNotContain("pat-local");
        assertThat(created.path("status").asText()).isEqualTo("connecting");
        return created;
    }

    private static String path(JsonNode connection) {
        return "/crm-connections/" + uuid(connection);
    }

    private void tests(JsonNode connection) {
        var tested = admin.send("POST", path(connection) + "/test").expect(200).json();
        assertThat(tested.path("ok").asBoolean()).as(tested.toString()).isTrue();
        assertThat(admin.get(path(connection)).json().path("status").asText()).isEqualTo("active");
        var schema = admin.get(path(connection) + "/schema").expect(200).json();
        assertThat(schema.at("/objects/0/fields").findValuesAsText("name")).contains("name", "domain");
        var mappings = admin.get(path(connection) + "/mappings").expect(200).json();
        var written = Tags.empty().set("mappings", mappings.path("mappings"));
        put(connection, written.toString()).expect(200);
        put(connection, written.toString().replace("\"domain\"", "\"nothing\""))
                .expectFaults("mappings[0].fields[1].remote");
    }

    private Reply put(JsonNode connection, String mappings) {
        return admin.with("Content-Type", "application/json")
                .send("PUT", path(connection) + "/mappings", BodyPublishers.ofString(mappings));
    }

    /** Runs to the end. */
    private JsonNode run(JsonNode connection, String request) {
        var begun = admin.post(path(connection) + "/sync", json(request))
                .expect(200)
                .json();
        var run = await(
                path(connection) + "/runs/" + uuid(begun),
                found -> !found.path("status").asText().equals("running"));
        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("finished");
        assertThat(run.at("/counts/failed").asInt()).as(run.toString()).isZero();
        return run;
    }

    private JsonNode link(JsonNode connection, String filter) {
        var links = await(
                "/crm-links?connection_uuid=" + uuid(connection) + "&" + filter,
                found -> found.at("/meta/record-count").asInt() == 1);
        return links.path("data").path(0);
    }

    private JsonNode await(String path, Predicate<JsonNode> expected) {
        return until(() -> admin.get(path).expect(200).json(), expected);
    }

    private static <T> T until(Supplier<T> read, Predicate<T> expected) {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        var found = read.get();
        while (!expected.test(found) && System.nanoTime() < deadline) {
            found = read.get();
        }
        assertThat(found).matches(expected);
        return found;
    }

    /** Edits of different fields both survive; the edit of Waggle travels without a run. */
    private void edits(JsonNode connection, String partner, String remote) {
        hubSpot.account().edit(COMPANIES, remote, Map.of("phone", "+49 30 1"));
        admin.patch(partner, json("{'description':'Sells to schools'}")).expect(200);

        until(() -> hubSpot.account().value(COMPANIES, remote, "description"), "Sells to schools"::equals);
        run(connection, "{}");

        assertThat(admin.get(partner).json().path("phone_number").asText()).isEqualTo("+49 30 1");
        assertThat(hubSpot.account().value(COMPANIES, remote, "phone")).isEqualTo("+49 30 1");
    }

    /** A field that both sides change at the same time is a question, and the answer is carried out. */
    private void conflict(JsonNode connection, String partner, String remote) {
        admin.patch(path(connection), json("{'status':'paused'}")).expect(200);
        admin.patch(partner, json("{'name':'Northwind of Waggle'}")).expect(200);
        hubSpot.account().edit(COMPANIES, remote, Map.of("name", "Northwind of HubSpot"));
        admin.patch(path(connection), json("{'status':'active'}")).expect(200);
        run(connection, "{}");

        var open = admin.get("/crm-conflicts?status=open").expect(200).json().path("data");
        assertThat(open).hasSize(1);
        assertThat(open.at("/0/fields/0/crm").asText()).isEqualTo("Northwind of HubSpot");
        var conflict = "/crm-conflicts/" + uuid(open.path(0));
        admin.post(conflict + "/resolve", json("{'take':'create'}")).expectFaults("take");
        admin.post(conflict + "/resolve", json("{'take':'waggle'}")).expect(200);
        await(conflict, found -> found.path("status").asText().equals("resolved"));

        assertThat(hubSpot.account().value(COMPANIES, remote, "name")).isEqualTo("Northwind of Waggle");
        admin.post(conflict + "/resolve", json("{'take':'crm'}")).expectError(409, "conflict");
    }

    /** A deletion ends the link, and the other record stays. */
    private void deletion(JsonNode connection, String remote, JsonNode link) {
        hubSpot.account().delete(COMPANIES, remote);
        var run = run(connection, "{}");

        assertThat(run.at("/counts/unlinked").asInt()).isEqualTo(1);
        var ended = admin.get("/crm-links/" + uuid(link)).expect(200).json();
        assertThat(ended.path("status").asText()).isEqualTo("unlinked");
        var partner = admin.get("/partners/" + link.path("record_uuid").asText())
                .expect(200)
                .json();
        assertThat(partner.path("external_ids")).isEmpty();
    }
}
