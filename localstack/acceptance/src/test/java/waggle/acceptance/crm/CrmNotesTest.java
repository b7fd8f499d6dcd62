package waggle.acceptance.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.cloud.LocalCloud;
import waggle.acceptance.samples.Partners;
import waggle.cloud.crm.fake.FakeAccount;
import waggle.model.crm.mapping.Provider;
import waggle.model.keys.Scopes.Scope;

/** Notes of partners and leads, which travel to CRMs only ({@code docs/crm.md}, "Mappings"). */
final class CrmNotesTest {
    private final Api admin = Target.tenant().api(Scope.ADMIN);

    @EnumSource(Provider.class)
    @ParameterizedTest
    void notes_travelToTheCrm_withTheRecordThatTheyAreAbout(Provider provider) {
        var account = LocalCloud.crms().of(provider).account();
        var notes = provider == Provider.SALESFORCE ? "Task" : "notes";
        var before = account.ids(notes);
        var partner = "/partners/" + uuid(Partners.create(admin, Partners.partner("Notable " + provider)));
        var lead = "/leads/"
                + uuid(admin.post(
                                "/leads",
                                json("{'company_name':'Rasa','last_name':'Byron','email':'" + provider.system()
                                        + "@notes.example'}"))
                        .expect(201)
                        .json());
        note(partner, "First");
        note(lead, "Of the lead");
        var sync = CrmSync.connect(admin, provider);

        var dry = sync.run("{'dry_run':true}");
        assertThat(account.ids(notes)).isEqualTo(before);
        var first = sync.run("{'full':true}");
        assertThat(first.at("/counts/written")).isEqualTo(dry.at("/counts/written"));
        assertThat(made(account, notes, before)).hasSize(2);

        var later = note(partner, "Second");
        CrmSync.until(() -> made(account, notes, before), made -> made.size() == 3);
        var remote = sync.link("status=linked&record_uuid=" + uuid(later))
                .path("remote_id")
                .asText();
        var remotePartner = sync.link("record_uuid=" + partner.substring("/partners/".length()))
                .path("remote_id")
                .asText();
        var fields = fields(provider);
        assertThat(account.value(notes, remote, fields.getFirst())).startsWith("Second");
        assertThat(account.value(notes, remote, fields.getLast())).isEqualTo(remotePartner);

        var path = partner + "/notes/" + uuid(later);
        admin.patch(path, json("{'content':'Changed'}")).expect(200);
        CrmSync.until(() -> account.value(notes, remote, fields.getFirst()), text -> text.startsWith("Changed"));
        admin.delete(path).expect(204);
        CrmSync.until(() -> made(account, notes, before), made -> made.size() == 2);
        var link = sync.link("record_uuid=" + uuid(later) + "&status=unlinked");
        assertThat(link.at("/note_parent/type").asText()).isEqualTo("partner");

        var writes = LocalCloud.crms().of(provider).writes();
        var last = sync.run("{'full':true}");
        sync.pause();
        assertThat(last.at("/counts/written").asInt()).as(last.toString()).isZero();
        assertThat(LocalCloud.crms().of(provider).writes()).isEqualTo(writes);
    }

    /** An administrator of Salesforce makes the field of activities that holds Waggle's uuid. */
    @Test
    void noteWithoutItsFieldInSalesforce_waitsWithTheReason_andNothingElseDoes() {
        var account = LocalCloud.crms().of(Provider.SALESFORCE).account();
        var partner = uuid(Partners.create(admin, Partners.partner("Notable without a field")));
        var note = uuid(note("/partners/" + partner, "First"));
        var sync = CrmSync.connect(admin, Provider.SALESFORCE);
        account.lack("Task", "Waggle_Id__c");
        try {
            var run = sync.run("{'full':true}");
            assertThat(run.at("/counts/parked").asInt()).as(run.toString()).isPositive();
            assertThat(sync.link("record_uuid=" + partner).path("status").asText())
                    .isEqualTo("linked");
            assertThat(sync.link("record_uuid=" + note + "&status=parked")
                            .at("/problem/message")
                            .asText())
                    .contains("Waggle_Id__c");
        } finally {
            account.makeField("Task", "Waggle_Id__c");
        }
        sync.run("{'full':true}");
        var made = sync.link("record_uuid=" + note + "&status=linked")
                .path("remote_id")
                .asText();

        // Salesforce tells what was deleted, so a usual run finds it.
        account.delete("Task", made);
        sync.run("{}");
        sync.link("record_uuid=" + note + "&status=unlinked");
        sync.pause();
    }

    private JsonNode note(String record, String content) {
        return admin.post(record + "/notes", json("{'content':'" + content + "'}"))
                .expect(201)
                .json();
    }

    private static List<String> made(FakeAccount account, String notes, List<String> before) {
        return account.ids(notes).stream().filter(id -> !before.contains(id)).toList();
    }

    /** The names of the text and of the company of a note. */
    private static List<String> fields(Provider provider) {
        return switch (provider) {
            case HUBSPOT -> List.of("hs_note_body", "companies");
            case PIPEDRIVE -> List.of("content", "org_id");
            case SALESFORCE -> List.of("Description", "WhatId");
        };
    }
}
