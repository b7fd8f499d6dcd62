package waggle.acceptance.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.samples.SamplePayloads;
import waggle.model.keys.Scopes.Scope;

/** The payloads in {@code events/webhooks} of the steps of a sale equal the events of the same steps. */
final class SalePayloadsTest {
    static final List<String> TYPES = List.of(
            "note.created",
            "note.updated",
            "note.deleted",
            "lead.registered",
            "lead.approved",
            "lead.withdrawn",
            "lead.rejected",
            "lead.converted",
            "deal.lost",
            "deal.reopened",
            "payment.approved",
            "payment.completed",
            "payment.failed");

    /** Waggle expires protections by itself. */
    static final String EXPIRED = "lead.registration_expired";

    /** Waggle tells by itself that a protection ends soon. */
    static final String EXPIRING = "lead.registration_expiring";

    /** Waggle tells by itself that a payment is due. */
    static final String DUE = "payment.due";

    private final Tenant tenant = Target.tenant();
    private final Api api = tenant.api();

    @Test
    void payloads_ofASale_areWhatItsEventsSay() {
        var partner = create("/partners", "{'name':'Nordlicht Vertrieb GmbH','partner_type':'reseller'}");
        var lead = "/leads/"
                + create(
                        "/leads",
                        "{'company_name':'Rasa Retail AG','email':'ada.winter@rasa-retail.example','partner_uuid':'"
                                + partner + "'}");
        step(lead + "/register", "{}");
        step(lead + "/approve", "{'protected_days':90}");
        step(lead + "/withdraw", "{}");
        step(lead + "/register", "{}");
        step(lead + "/reject", "{'reason':'Already a customer'}");
        var note = lead + "/notes/" + create(lead + "/notes", "{'content':'Ada signs on **Friday**'}");
        api.patch(note, json("{'content':'Ada signed','shared':true}")).expect(200);
        api.delete(note).expect(204);
        var deal = "/deals/" + create(lead + "/convert", "{'label':'Ten seats for Rasa Retail'}");
        var first = api.get(deal).expect(200).json().path("stage_uuid").asText();
        var lost = create("/stages", "{'kind':'deal','label':'Gone','phase':'closed_lost'}");
        api.patch(deal, json("{'stage_uuid':'" + lost + "','lost_reason':'Too expensive'}"))
                .expect(200);
        api.patch(deal, json("{'stage_uuid':'" + first + "'}")).expect(200);

        pay(deal, partner, "Bonus for ten seats", "completed");
        pay(deal, partner, "Bonus for a second visit", "failed");

        var events = Lists.data(tenant.api(Scope.ADMIN)
                .get("/events?pageSize=50&type=lead.*,note.*,deal.*,payment.*")
                .expect(200)
                .json());

        for (var type : TYPES) {
            var told = events.stream()
                    .filter(event -> event.path("type").asText().equals(type))
                    .toList();
            assertThat(Stream.ofNullable(told.getLast()).map(SalePayloadsTest::payload))
                    .as(type)
                    .containsExactly(normal(SamplePayloads.of(type)));
        }
    }

    @Test
    void payload_ofAnExpiredProtection_isLikeThatOfAWithdrawnOne() {
        var withdrawn = SamplePayloads.of("lead.withdrawn").toString();

        assertThat(SamplePayloads.of(EXPIRED))
                .hasToString(withdrawn.replace("lead.withdrawn", EXPIRED).replace("\"withdrawn\"", "\"expired\""));
    }

    @Test
    void payload_ofAProtectionThatEndsSoon_isThatOfAnApprovedOne_thatNoLongerWaits() {
        var approved = (ObjectNode) SamplePayloads.of("lead.approved").at("/data/object");
        var expiring = SamplePayloads.of(EXPIRING);

        assertThat(expiring.at("/data/previous/registration")).isEqualTo(approved.path("registration"));
        approved.withObject("registration").putNull("expiring_event_at");
        expectNext(approved, expiring);
    }

    @Test
    void payload_ofADuePayment_isThatOfAnApprovedOne_thatNoLongerWaits() {
        var approved = (ObjectNode) SamplePayloads.of("payment.approved").at("/data/object");
        var due = SamplePayloads.of(DUE);

        assertThat(due.at("/data/previous/due_event_at")).isEqualTo(approved.path("due_event_at"));
        expectNext(approved.putNull("due_event_at"), due);
    }

    /** The next version of a record, at the time of its event. */
    private static void expectNext(ObjectNode record, JsonNode payload) {
        record.put("version", record.path("version").asInt() + 1).set("updated_at", payload.path("timestamp"));
        assertThat(payload.at("/data/object")).isEqualTo(record);
    }

    private void pay(String deal, String partner, String label, String end) {
        var payment = "/payments/"
                + create(
                        "/payments",
                        "{'deal_uuid':'" + deal.substring("/deals/".length())
                                + "','recipient_type':'partner','recipient_uuid':'" + partner + "','label':'" + label
                                + "','category':'spiff','payment_value':250.5,'due_date':'2031-12-24'}");
        for (var status : List.of("approved", "processing", end)) {
            api.patch(payment, json("{'status':'" + status + "'}")).expect(200);
        }
    }

    private String create(String path, String body) {
        return uuid(api.post(path, json(body)).expect(201).json());
    }

    private void step(String path, String body) {
        var reply = body.equals("{}") ? api.send("POST", path) : api.post(path, json(body));
        reply.expect(200);
    }

    private static String payload(JsonNode event) {
        return normal(((ObjectNode) event).retain("type", "timestamp", "data"));
    }

    /** The label of the key differs. */
    private static String normal(JsonNode payload) {
        var object = (ObjectNode) payload.at("/data/object");
        if (object.has("actor")) {
            object.withObject("actor").put("label", "key");
        }
        return SamplePayloads.anonymous(payload);
    }
}
