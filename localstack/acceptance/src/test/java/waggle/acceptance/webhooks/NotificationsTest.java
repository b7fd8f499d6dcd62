package waggle.acceptance.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Notified;
import waggle.acceptance.samples.Sample;
import waggle.acceptance.samples.SamplePayloads;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** What happens to records reaches the users whom it concerns ({@code docs/api.md}, "Notifications"). */
@SharedCompany
final class NotificationsTest {
    private final Api api = Target.api();

    @Test
    void sale_tellsThoseWhoWorkOnIt_stepByStep() {
        var maya = user("{'email':'maya.%s@example.com','role':'partnerships','first_name':'Maya','last_name':'Roth'}");
        var otto = user("{'email':'otto.%s@example.com','role':'admin','notification_types':['deal_won']}");
        var gone = user("{'email':'gone.%s@example.com','role':'admin','status':'disabled'}");
        var partner = partner("'" + maya + "','" + gone + "'");
        var seller = user("{'email':'seller.%s@example.com','role':'partner','partner_uuid':'" + partner + "'}");
        var stranger =
                user("{'email':'stranger.%s@example.com','role':'partner','partner_uuid':'" + partner("") + "'}");

        var lead = create(
                "/leads",
                "{'company_name':'Rasa Retail','email':'ada@%s.example','partner_uuid':'" + partner
                        + "','created_by_user_uuid':'" + seller + "'}");
        post("/leads/" + lead + "/register");
        post("/leads/" + lead + "/approve");
        var deal = create(
                "/leads/" + lead + "/convert",
                "{'label':'Ten seats','deal_value':250.5," + "'assigned_user_uuids':['" + otto + "','" + stranger
                        + "']}");
        move(deal, "Talks", "negotiation");
        move(deal, "Won", "closed_won");
        move(deal, "Lost", "closed_lost");
        var bonus = "{'category':'spiff','payment_value':20,'recipient_type':'partner','recipient_uuid':'" + partner
                + "','label':'Bonus','due_date':";
        var payment = create("/payments", bonus + "'2031-12-24'}");
        for (var status : List.of("approved", "processing", "completed")) {
            api.patch("/payments/" + payment, json("{'status':'" + status + "'}"))
                    .expect(200);
        }
        create("/payments", bonus + "'2020-01-31'}");

        var told = Notified.of(api, maya, 8);
        assertThat(Lists.texts(told, "type"))
                .containsExactlyInAnyOrder(
                        "assigned",
                        "registration_submitted",
                        "registration_decided",
                        "stage_changed",
                        "deal_won",
                        "deal_lost",
                        "payment_completed",
                        "payment_due");
        assertThat(text(told, "registration_submitted")).isEqualTo("Acme registered the lead \"Rasa Retail\".");
        assertThat(text(told, "registration_decided"))
                .startsWith(
                        "The registration of the lead \"Rasa Retail\" by Acme was approved. It is protected until 2");
        assertThat(text(told, "stage_changed")).endsWith(" moved the deal \"Ten seats\" to the stage \"Talks\".");
        assertThat(text(told, "deal_won")).endsWith(" won the deal \"Ten seats\". It is worth 250.5 USD.");
        assertThat(text(told, "payment_due")).isEqualTo("The payment \"Bonus\" of 20 USD is due on 2020-01-31.");
        assertThat(text(told, "payment_completed")).isEqualTo("The payment \"Bonus\" of 20 USD was paid.");
        assertThat(told)
                .filteredOn(one -> one.path("type").asText().equals("deal_won"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.at("/record/uuid").asText()).isEqualTo(deal);
                    assertThat(one.at("/record/label").asText()).isEqualTo("Ten seats");
                    assertThat(one.at("/actor/type").asText()).isEqualTo("api_key");
                    assertThat(one.path("read_at").isNull()).isTrue();
                    var event = Target.admin()
                            .get("/events/" + one.path("event_uuid").asText());
                    assertThat(event.expect(200).json().path("type").asText()).isEqualTo("deal.won");
                });
        assertThat(Lists.texts(Notified.of(api, otto, 1), "type")).containsExactly("deal_won");
        assertThat(Lists.texts(Notified.of(api, seller, 1), "type")).containsExactly("registration_decided");
        Notified.of(api, gone, 0);
        Notified.of(api, stranger, 0);
        Lists.awaitCount(api, "/notifications?record_uuid=" + deal + "&type=deal_won,deal_lost", 3);
    }

    @Test
    void note_tellsOnlyThoseWhomItMentionsAnew_andPartnersOnlyIfShared() {
        var maya = user("{'email':'maya.%s@example.com','role':'admin','first_name':'Maya'}");
        var otto = user("{'email':'otto.%s@example.com','role':'admin'}");
        var partner = partner("");
        var seller = user("{'email':'seller.%s@example.com','role':'partner','partner_uuid':'" + partner + "'}");
        var notes = "/partners/" + partner + "/notes";
        var note = create(
                notes,
                "{'content':'Hello','author_user_uuid':'" + maya + "','mentions':['" + maya + "','" + seller + "']}");
        api.patch(notes + "/" + note, json("{'mentions':['" + otto + "','" + seller + "']}"))
                .expect(200);
        api.patch(notes + "/" + note, json("{'content':'Bye'}")).expect(200);
        create(notes, "{'content':'Shared','shared':true,'mentions':['" + seller + "','" + otto + "']}");

        var told = Notified.of(api, otto, 2);
        assertThat(Lists.texts(told, "text"))
                .contains("Maya mentioned you in a note about the partner \"Acme\".")
                .allSatisfy(text -> assertThat(text).endsWith(" mentioned you in a note about the partner \"Acme\"."));
        assertThat(Lists.texts(Notified.of(api, seller, 1), "type")).containsExactly("mentioned");
        Notified.of(api, maya, 0);
    }

    @Test
    void event_ofANotification_isThatOfTheSample() {
        var user = user("{'email':'sample.%s@example.com','role':'admin'}");
        var lead = create("/leads", "{'company_name':'Rasa Retail AG'}");
        create("/leads/" + lead + "/notes", "{'content':'Call Ada','mentions':['" + user + "']}");
        var told = Notified.of(api, user, 1).getFirst();

        var events = Lists.data(Target.admin()
                .get("/events?type=notification.created&pageSize=50")
                .expect(200)
                .json());

        var event = events.stream()
                .filter(one -> one.at("/data/object/uuid").equals(told.path("uuid")))
                .toList();
        assertThat(event).hasSize(1);
        assertThat(event.getFirst().at("/actor/type").asText()).isEqualTo("waggle");
        var payload = ((ObjectNode) event.getFirst()).retain("type", "timestamp", "data");
        var actor = told.at("/actor/label").asText();
        assertThat(SamplePayloads.anonymous(payload).replace(actor, "CRM import"))
                .isEqualTo(SamplePayloads.anonymous(SamplePayloads.of("notification.created")));
    }

    @Test
    void mark_changesWhatIsUnread_andNothingElse() {
        var user = user("{'email':'marks.%s@example.com','role':'admin'}");
        for (var i = 0; i < 3; i++) {
            partner("'" + user + "'");
        }
        var told = Notified.of(api, user, 3);
        var path = "/notifications/" + uuid(told.getFirst());
        var list = "/notifications?user_uuid=" + user;

        var read = api.patch(path, json("{'read':true}")).expect(200).json();
        var again =
                api.with("If-Match", "\"2\"").patch(path, json("{'read':true}")).expect(200);

        assertThat(read.path("read_at").isTextual()).isTrue();
        assertThat(read.path("version").asInt()).isEqualTo(2);
        assertThat(again.json()).isEqualTo(read);
        assertThat(api.get(path).expect(200).json()).isEqualTo(read);
        Lists.awaitCount(api, list + "&unread=true", 2);
        Lists.awaitCount(api, list + "&unread=false", 1);
        var first = Lists.texts(told, "created_at").stream().min(Comparator.naturalOrder());
        assertThat(markAll(user, ",'before':'" + first.orElseThrow() + "'")).isZero();
        assertThat(markAll(user, "")).isEqualTo(2);
        assertThat(markAll(user, "")).isZero();
        Lists.awaitCount(api, list + "&unread=true", 0);
        var unread = api.patch(path, json("{'read':false}")).expect(200).json();
        assertThat(unread.path("read_at").isNull()).isTrue();
        Lists.awaitCount(api, list + "&unread=true", 1);
    }

    private int markAll(String user, String more) {
        var body = json("{'user_uuid':'" + user + "'" + more + "}");
        var marked = api.post("/notifications/read", body).expect(200).json();
        assertThat(marked.path("has_more").asBoolean()).isFalse();
        return marked.path("marked").asInt();
    }

    @Test
    void request_thatIsNoMark_isRefused() {
        var one = "/notifications/" + uuid(Notified.one(api));

        api.patch(one, "{}").expectFaults("read");
        api.patch(one, json("{'read':null}")).expectFaults("read");
        api.patch(one, json("{'read':true,'text':'Mine'}")).expectFaults("text");
        api.post("/notifications/read", "{}").expectFaults("user_uuid");
        api.post("/notifications/read", json("{'user_uuid':'01900000-0000-7000-8000-000000000000'}"))
                .expectFaults("user_uuid");
        api.post("/notifications/read", json("{'user_uuid':'01900000-0000-7000-8000-000000000000','before':'noon'}"))
                .expectFaults("before");
        api.post("/notifications", "{}").expectError(405, "method_not_allowed");
        api.delete(one).expectError(405, "method_not_allowed");
        api.get("/notifications?unread=maybe").expectFaults("unread");
        api.get("/notifications?type=shouted").expectFaults("type");
        api.post("/users", json("{'email':'types@example.com','role':'admin','notification_types':['shouted']}"))
                .expectFaults("notification_types[0]");
        var reader = Target.company().api(Scopes.parse(Set.of("notifications:read")));
        reader.get(one).expect(200);
        reader.patch(one, json("{'read':true}")).expectError(403, "access_denied");
        Target.otherCompany().api(Scope.ADMIN).get(one).expectError(404, "not_found");
    }

    @Test
    void types_areAllUnlessAUserChooses() {
        var chosen =
                user("{'email':'chosen.%s@example.com','role':'admin','notification_types':['assigned','assigned']}");
        var path = "/users/" + chosen;

        assertThat(api.get(path).json().path("notification_types")).hasToString("[\"assigned\"]");
        assertThat(api.patch(path, json("{'notification_types':[]}")).json().path("notification_types"))
                .hasToString("[]");
        assertThat(api.get(path).json().path("notification_types")).hasToString("[]");
        assertThat(api.patch(path, json("{'notification_types':null}"))
                        .json()
                        .path("notification_types")
                        .isNull())
                .isTrue();
    }

    private String user(String body) {
        return create("/users", body);
    }

    private String partner(String users) {
        return create("/partners", "{'name':'Acme','partner_type':'reseller','assigned_user_uuids':[" + users + "]}");
    }

    private void move(String deal, String label, String phase) {
        var stage = create("/stages", "{'kind':'deal','label':'" + label + "','phase':'" + phase + "'}");
        api.patch("/deals/" + deal, json("{'stage_uuid':'" + stage + "'}")).expect(200);
    }

    private String create(String path, String body) {
        return uuid(api.post(path, Sample.parse(body)).expect(201).json());
    }

    private void post(String path) {
        api.send("POST", path).expect(200);
    }

    private static String text(List<JsonNode> told, String type) {
        return told.stream()
                .filter(one -> one.path("type").asText().equals(type))
                .map(one -> one.path("text").asText())
                .findFirst()
                .orElseThrow();
    }
}
