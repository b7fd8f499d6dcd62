package waggle.acceptance.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Samples;

/** Notes below leads, deals and partners ({@code docs/api.md}, "Notes"). */
@SharedCompany
final class NotesTest {
    private final Api api = Target.api();

    @ParameterizedTest
    @ValueSource(strings = {"lead", "deal", "partner"})
    void notes_belongToARecord_andGoWithIt(String type) {
        var record = Samples.named(type).create(api);
        var other = Samples.named(type).create(api);
        var path = "/" + type + "s/" + uuid(record);
        var first = note(path, "{'content':'Called **Ada**','shared':true}");
        var second = note(path, "{'content':'Sent an offer'}");

        assertThat(first.at("/parent/type").asText()).isEqualTo(type);
        assertThat(first.at("/parent/uuid")).isEqualTo(record.path("uuid"));
        assertThat(first.at("/actor/type").asText()).isEqualTo("api_key");
        assertThat(second.path("shared").asBoolean()).isFalse();
        assertThat(api.get(path + "/notes").expect(200).json().path("data")).containsExactly(second, first);
        assertThat(api.get(path).json().path("note_count")).hasToString("2");
        Lists.expectTexts(api, path + "/notes?search=ADA", "content", "Called **Ada**");
        var notePath = path + "/notes/" + uuid(first);
        assertThat(api.patch(notePath, json("{'content':'Wrote'}"))
                        .expect(200)
                        .json()
                        .path("parent"))
                .isEqualTo(first.path("parent"));
        api.get("/" + type + "s/" + uuid(other) + "/notes/" + uuid(first)).expectError(404, "not_found");
        Target.otherCompany().api().get(path + "/notes").expectError(404, "not_found");
        api.delete(path + "/notes/" + uuid(second)).expect(204);

        api.delete(path).expect(204);

        api.get(path + "/notes").expectError(404, "not_found");
        api.get(notePath).expectError(404, "not_found");
        var events = Lists.data(Target.admin()
                .get("/events?type=note.*&pageSize=50")
                .expect(200)
                .json());
        assertThat(events)
                .filteredOn(event -> event.at("/data/object/parent/uuid").equals(record.path("uuid")))
                .extracting(event -> event.path("type").asText())
                .containsExactlyInAnyOrder(
                        "note.created", "note.created", "note.updated", "note.deleted", "note.deleted");
    }

    @Test
    void mentionsAndAuthor_areUsers() {
        var user = uuid(Samples.named("user").create(api));
        var path = "/leads/" + uuid(Samples.named("lead").create(api));
        var nobody = "01900000-0000-7000-8000-000000000000";

        api.post(path + "/notes", json("{'content':'Hi','mentions':['" + user + "','" + nobody + "']}"))
                .expectFaults("mentions[1]");
        api.post(path + "/notes", json("{'content':'Hi','author_user_uuid':'" + nobody + "'}"))
                .expectFaults("author_user_uuid");
        api.post(path + "/notes", "{}").expectFaults("content");
        var note = note(path, "{'content':'Hi','mentions':['" + user + "'],'author_user_uuid':'" + user + "'}");

        api.patch(path + "/notes/" + uuid(note), json("{'author_user_uuid':null}"))
                .expectFaults("author_user_uuid");
        assertThat(api.get(path + "/notes/" + uuid(note) + "?expand=author_user")
                        .expect(200)
                        .json()
                        .at("/author_user/uuid")
                        .asText())
                .isEqualTo(user);
        api.delete("/users/" + user).expect(204);
        api.delete(path).expect(204);
    }

    private JsonNode note(String path, String fields) {
        return api.post(path + "/notes", json(fields)).expect(201).json();
    }
}
