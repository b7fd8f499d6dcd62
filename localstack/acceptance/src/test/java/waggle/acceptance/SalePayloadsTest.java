package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.Partners.json;
import static waggle.acceptance.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
            "deal.reopened");

    /** Waggle expires protections by itself. */
    static final String EXPIRED = "lead.registration_expired";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tenant tenant = Target.tenant();
    private final Api api = tenant.api();

    @Test
    void payloads_ofASale_areWhatItsEventsSay() throws IOException {
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

        var events = Lists.data(
                tenant.api(Scope.ADMIN).get("/events?pageSize=50").expect(200).json());

        for (var type : TYPES) {
            var told = events.stream()
                    .filter(event -> event.path("type").asText().equals(type))
                    .toList();
            assertThat(Stream.ofNullable(told.getLast()).map(SalePayloadsTest::payload))
                    .as(type)
                    .containsExactly(normal(sample(type)));
        }
    }

    @Test
    void payload_ofAnExpiredProtection_isLikeThatOfAWithdrawnOne() throws IOException {
        var withdrawn = sample("lead.withdrawn").toString();

        assertThat(sample(EXPIRED))
                .hasToString(withdrawn.replace("lead.withdrawn", EXPIRED).replace("\"withdrawn\"", "\"expired\""));
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
        return SamplePayloadsTest.anonymous(payload);
    }

    private static JsonNode sample(String type) throws IOException {
        return JSON.readTree(SamplePayloadsTest.folder().resolve(type + ".json").toFile());
    }
}
