package waggle.acceptance.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.samples.Tags;
import waggle.model.keys.Scopes;

/** Live updates ({@code docs/live.md}). */
final class LiveTest {
    private static final String ALL = "{\"action\":\"subscribe\",\"id\":\"a\",\"types\":[\"*\"]}";

    /** Not the records that a new company begins with: the stream may tell of them after the reply to a subscription. */
    private static final String WORK =
            "{\"action\":\"subscribe\",\"id\":\"a\",\"types\":[\"tag.*\",\"lead.*\",\"note.*\"]}";

    static final String TAGS = "{\"action\":\"subscribe\",\"id\":\"tags\",\"types\":[\"tag.*\"]}";

    private final Tenant tenant = Target.tenant();
    private final Api api = tenant.api();

    @Test
    void change_reachesTheSubscription_asAHint() {
        try (var client = LiveClient.open(api).subscribe(TAGS)) {
            var tag = Tags.create(api);
            api.patch(Tags.path(tag), Tags.empty().put("background_color", "#123456"))
                    .expect(200);

            var created = client.next();
            assertThat(created.required("id").asText()).isEqualTo("tags");
            assertThat(created.at("/event/type").asText()).isEqualTo("tag.created");
            assertThat(created.at("/event/record/type").asText()).isEqualTo("tag");
            assertThat(created.at("/event/record/uuid")).isEqualTo(tag.required("uuid"));
            assertThat(created.at("/event/record/version").asInt()).isEqualTo(1);
            assertThat(created.at("/event/changed")).isEmpty();
            assertThat(created.at("/event/object").isMissingNode()).isTrue();
            var updated = client.event();
            assertThat(updated.required("changed").toString()).isEqualTo("[\"background_color\"]");
            assertThat(updated.at("/record/version").asInt()).isEqualTo(2);
            var stored = api.get("/events/" + updated.required("uuid").asText())
                    .expect(200)
                    .json();
            assertThat(updated.required("timestamp")).isEqualTo(stored.required("timestamp"));
        }
    }

    @Test
    void full_hasTheRecord_ifItFits() {
        try (var client = LiveClient.open(api)
                .subscribe("{\"action\":\"subscribe\",\"id\":\"a\",\"types\":[\"lead.created\"],\"full\":true}")) {
            var small = api.post("/leads", "{\"company_name\":\"Small\"}")
                    .expect(201)
                    .json();
            api.post("/leads", Tags.empty().put("company_name", "Large").put("description", "é".repeat(5_000)))
                    .expect(201);

            assertThat(client.event().required("object").required("uuid")).isEqualTo(small.required("uuid"));
            assertThat(client.event().at("/object/company_name").asText()).isEqualTo("Large");
        }
    }

    @Test
    void key_hearsWhatItMayRead_ofItsCompanyOnly() {
        var narrowed = tenant.api(Scopes.parse(Set.of("leads:read")));
        var stranger = Target.otherCompany().api();
        try (var client = LiveClient.open(narrowed).subscribe(ALL);
                var other = LiveClient.open(stranger).subscribe(WORK)) {
            client.send(TAGS);
            var refused = client.next();
            assertThat(refused.required("code").asText()).isEqualTo("access_denied");
            assertThat(refused.required("id").asText()).isEqualTo("tags");
            Tags.create(api);
            var lead = api.post("/leads", "{\"company_name\":\"Heard\"}")
                    .expect(201)
                    .json();
            api.post("/leads/" + lead.required("uuid").asText() + "/notes", "{\"content\":\"Heard\"}")
                    .expect(201);
            Tags.create(stranger);

            assertThat(client.types(2)).containsExactly("lead.created", "note.created");
            assertThat(other.types(1)).containsExactly("tag.created");
        }
    }

    @Test
    void records_selectARecord_andThoseBelowIt() {
        var lead = lead("Selected");
        var another = lead("Another");
        try (var client = LiveClient.open(api)
                .subscribe("{\"action\":\"subscribe\",\"id\":\"a\",\"types\":[\"*\"],\"records\":[\"%s\"]}"
                        .formatted(lead))) {
            note(another);
            note(lead);
            api.patch("/leads/" + another, "{\"description\":\"No\"}").expect(200);
            api.patch("/leads/" + lead, "{\"description\":\"Yes\"}").expect(200);

            // The creation of the lead is just before the subscription, and may be heard.
            var heard = new ArrayList<String>();
            while (!heard.contains("lead.updated")) {
                heard.addAll(client.types(1));
            }
            assertThat(heard)
                    .filteredOn(type -> !type.equals("lead.created"))
                    .containsExactlyInAnyOrder("note.created", "lead.updated");
        }
    }

    private String lead(String name) {
        return api.post("/leads", Tags.empty().put("company_name", name))
                .expect(201)
                .json()
                .required("uuid")
                .asText();
    }

    private void note(String lead) {
        api.post("/leads/" + lead + "/notes", "{\"content\":\"A note\"}").expect(201);
    }

    @Test
    void after_resumesWithEverythingSince() {
        String last;
        try (var client = LiveClient.open(api).subscribe(TAGS)) {
            Tags.create(api);
            last = client.event().required("uuid").asText();
        }
        var missed = IntStream.range(0, 3)
                .mapToObj(i -> Tags.create(api).required("uuid").asText())
                .toList();

        try (var client = LiveClient.open(api).subscribe(TAGS.replace("}", ",\"after\":\"" + last + "\"}"))) {
            var next = Tags.create(api).required("uuid").asText();

            var heard = new ArrayList<String>();
            while (!heard.contains(next)) {
                heard.add(client.event().at("/record/uuid").asText());
            }
            assertThat(heard).containsSubsequence(missed).endsWith(next);
        }
    }

    @Test
    void after_thatIsTooOld_resets() {
        var ancient = new UUID(0x0000_0000_0001_7000L, 0x8000_0000_0000_0001L);
        try (var client = LiveClient.open(api).subscribe(TAGS.replace("}", ",\"after\":\"" + ancient + "\"}"))) {
            assertThat(client.next().toString()).isEqualTo("{\"reset\":\"tags\"}");
            Tags.create(api);
            assertThat(client.types(1)).containsExactly("tag.created");
        }
    }

    @Test
    void unsubscribed_hearsNoMore() {
        try (var client = LiveClient.open(api).subscribe(TAGS).subscribe(WORK)) {
            client.send("{\"action\":\"unsubscribe\",\"id\":\"tags\"}");
            assertThat(client.next().toString()).isEqualTo("{\"unsubscribed\":\"tags\"}");
            Tags.create(api);
            Tags.create(api);

            assertThat(client.next().required("id").asText()).isEqualTo("a");
            assertThat(client.next().required("id").asText()).isEqualTo("a");
        }
    }
}
