package waggle.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.AtOnce;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.samples.Partners;
import waggle.acceptance.samples.Tags;
import waggle.model.keys.Scopes.Scope;

/** The audit log ({@code docs/api.md}, "Audit log"). */
final class AuditLogTest {
    private static final String PATH = "/audit-log";

    private final Tenant tenant = Target.tenant();
    private final Api admin = tenant.api(Scope.ADMIN);

    @Test
    void writes_leaveTheirEntries() {
        var made = admin.post("/tags", Tags.minimal("Gold")).expect(201);
        var path = Tags.path(made.json());
        admin.patch(path, "{\"label\":\"Silver\"}").expect(200);
        admin.delete(path).expect(204);

        var entries = entries("record_uuid=" + made.json().path("uuid").asText());

        assertThat(entries)
                .extracting(entry -> entry.path("action").asText())
                .containsExactly("deleted", "updated", "created");
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.path("resource").asText()).isEqualTo("tag"));
        assertThat(entries.get(1).path("changes"))
                .hasToString("{\"label\":{\"before\":\"Gold\",\"after\":\"Silver\"}}");
        assertThat(entries.get(0).path("changes").path("label")).hasToString("{\"before\":\"Silver\",\"after\":null}");
        assertThat(entries.get(2).path("changes").path("label")).hasToString("{\"before\":null,\"after\":\"Gold\"}");
        assertThat(entries.get(2).path("request_id").asText()).isEqualTo(made.header("X-Request-Id"));
        assertThat(admin.get(PATH + "/" + entries.get(1).path("uuid").asText())
                        .expect(200)
                        .json())
                .isEqualTo(entries.get(1));
    }

    @Test
    void entry_saysWhichKeyItWas() {
        var key = admin.post("/api-keys", "{\"label\":\"Sync\",\"scopes\":[\"write\"]}")
                .expect(201)
                .json();
        var tag = Tags.create(Target.stranger().withKey(key.path("key").asText()));

        var entries = entries("api_key_uuid=" + key.path("uuid").asText() + "&action=created&resource=tag");

        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().path("record_uuid")).isEqualTo(tag.path("uuid"));
    }

    @Test
    void what_wroteNothing_leavesNone() {
        var tag = Tags.create(admin, "Gold");
        var reader = tenant.reader();
        var before = count();

        admin.patch(Tags.path(tag), "{\"label\":\"Gold\"}").expect(200);
        admin.post("/tags", Tags.minimal("gold")).expectError(409, "conflict");
        admin.patch(Tags.path(tag), "{\"label\":\"\"}").expectFaults("label");
        reader.delete(Tags.path(tag)).expect(403);

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void log_countsEveryWriteOnce() {
        var before = count();

        AtOnce.times(20, i -> Tags.create(tenant.api()));

        assertThat(count() - before).isEqualTo(20);
        assertThat(entries("resource=tag")).hasSize(20);
    }

    @Test
    void filter_withoutRecord_needsAWindowOf92Days() {
        var tag = Tags.create(admin, "Gold");
        var record = "record_uuid=" + tag.path("uuid").asText();

        var refused =
                admin.get(PATH + "?action=created&created_after=2020-01-01").expectFaults("created_after");

        assertThat(refused.fault("created_after")).contains("92 days", "like 20");
        assertThat(entries("action=created&resource=tag")).hasSize(1);
        assertThat(entries(record + "&created_after=2020-01-01")).hasSize(1);
        admin.get("/events?created_after=2020-01-01").expectFaults("created_after");
    }

    @Test
    void labels_areTheNamesAsOfTheWrite_inEntriesAndEvents() {
        var silver = tier("Silver");
        var gold = tier("Gold");
        var partner = admin.post(
                        "/partners",
                        Partners.json("{'name':'Acme','partner_type':'reseller','tier_uuid':'" + silver + "'}"))
                .expect(201)
                .json()
                .path("uuid")
                .asText();
        admin.patch("/partners/" + partner, Partners.json("{'tier_uuid':'" + gold + "'}"))
                .expect(200);
        admin.patch("/tiers/" + gold, "{\"label\":\"Platinum\"}").expect(200);
        admin.delete("/tiers/" + silver).expect(204);

        var entry =
                entries("expand=labels&action=updated&record_uuid=" + partner).getFirst();
        var event = admin.get("/events?type=partner.updated&expand=labels")
                .expect(200)
                .json()
                .path("data")
                .path(0);

        assertThat(entry.path("changes").path("tier_uuid"))
                .hasToString("{\"before\":\"" + silver + "\",\"after\":\"" + gold + "\"}");
        for (var labelled : List.of(entry, event, one(PATH, entry), one("/events", event))) {
            assertThat(labelled.path("labels")).hasSize(3);
            assertThat(labelled.path("labels").path(partner).asText()).isEqualTo("Acme");
            assertThat(labelled.path("labels").path(silver).asText()).isEqualTo("Silver");
            assertThat(labelled.path("labels").path(gold).asText()).isEqualTo("Gold");
        }
        assertThat(entries("record_uuid=" + partner).getFirst().has("labels")).isFalse();
        assertThat(admin.get(PATH + "?expand=stage").expectFaults("expand").fault("expand"))
                .isEqualTo("must be labels");
    }

    private String tier(String label) {
        return admin.post("/tiers", "{\"label\":\"" + label + "\"}")
                .expect(201)
                .json()
                .path("uuid")
                .asText();
    }

    private JsonNode one(String path, JsonNode entry) {
        return admin.get(path + "/" + entry.path("uuid").asText() + "?expand=labels")
                .expect(200)
                .json();
    }

    @Test
    void log_isForReadingByAdminsOnly() {
        admin.post(PATH, "{}").expectError(405, "method_not_allowed");
        admin.delete(PATH + "/01900000-0000-7000-8000-000000000000").expectError(405, "method_not_allowed");
        var refused = tenant.api().get(PATH).expectError(403, "access_denied");
        assertThat(refused.error()).isEqualTo("Admin access required for this operation");
        assertThat(Target.tenant().api(Scope.ADMIN).get(PATH).body())
                .doesNotContain(tenant.company().toString());
    }

    private List<JsonNode> entries(String query) {
        return admin.get(PATH + "?pageSize=50&" + query)
                .expect(200)
                .json()
                .path("data")
                .valueStream()
                .toList();
    }

    /** The number of entries, including one for each key of a client. */
    private int count() {
        return admin.get(PATH)
                .expect(200)
                .json()
                .path("meta")
                .path("record-count")
                .asInt();
    }
}
