package waggle.acceptance.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Stages.ofKind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Stages;

/** Kinds, phases and filters of stages ({@code docs/api.md}, "Configuration"). */
@SharedCompany
final class StagesTest {
    private final Api api = Target.api();

    @OwnCompany
    @Test
    void company_thatIsNew_hasAStageForEachPhase() {
        var list = api.get("/stages?pageSize=50").expect(200).json();

        assertThat(list.at("/meta/record-count").asInt()).isEqualTo(12);
        assertThat(phases(list, "partner")).containsExactly("discovery", "evaluation", "active", "inactive");
        assertThat(phases(list, "deal")).containsExactly("discovery", "negotiation", "closed_won", "closed_lost");
        assertThat(phases(list, "payment")).containsExactly("pending", "processing", "completed", "failed");
        assertThat(Lists.data(list)).allSatisfy(stage -> {
            assertThat(stage.path("label").asText()).isNotBlank();
            assertThat(stage.path("version").asInt()).isEqualTo(1);
        });
        for (var kind : List.of("partner", "deal", "payment")) {
            assertThat(series(list, kind)).containsExactly(1, 2, 3, 4);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    partner | closed_won | discovery, evaluation, active, inactive
                    deal    | active     | discovery, negotiation, closed_won, closed_lost
                    payment | discovery  | pending, processing, completed, failed
                    """)
    void phase_ofAnotherKind_isRefusedAndTheKindsOwnAreNamed(String kind, String phase, String phases) {
        var refused = api.post("/stages", Stages.of(kind, "Stage", phase)).expectFaults("phase");

        assertThat(refused.fault("phase")).isEqualTo("must be one of " + phases + " for kind " + kind);
    }

    @OwnCompany
    @Test
    void phase_isChangedWithinTheKindOnly() {
        var stage = Stages.create(api, Stages.deal("Offer"));

        api.patch(Stages.path(stage), "{\"phase\":\"active\"}").expectFaults("phase");
        var patched = api.patch(Stages.path(stage), "{\"phase\":\"closed_won\"}")
                .expect(200)
                .json();

        assertThat(patched.path("phase").asText()).isEqualTo("closed_won");
        assertThat(patched.path("version").asInt()).isEqualTo(2);
    }

    @OwnCompany
    @Test
    void kind_withAPhaseOfTheOther_isTwoFaults() {
        var stage = Stages.create(api, Stages.deal("Offer"));

        var refused = api.patch(Stages.path(stage), "{\"kind\":\"partner\"}").expectFaults("kind", "phase");

        assertThat(refused.fault("kind")).isEqualTo("cannot be changed");
        api.patch(Stages.path(stage), "{\"kind\":\"deal\",\"label\":\"Quote\"}").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "12.5", "99.99", "0.0000000001", "50.0"})
    void probability_inBounds_isTaken(String probability) {
        var written = Stages.deal("Offer of " + probability);
        var stage = Stages.create(api, written.putRawValue("probability", new RawValue(probability)));

        assertThat(stage.path("probability").isNumber()).isTrue();
        assertThat(stage.path("probability").decimalValue()).isEqualByComparingTo(probability);
        assertThat(api.get(Stages.path(stage)).json()).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    probability | -0.01         | must be at least 0
                    probability | 100.01        | must be at most 100
                    probability | 1e400         | must be at most 100
                    probability | 0.12345678901 | must have at most 10 decimal places
                    probability | 1e-300        | must have at most 10 decimal places
                    probability | "50"          | must be a number
                    probability | true          | must be a number
                    series      | 0             | must be at least 1
                    series      | 1000001       | must be at most 1000000
                    series      | 1.5           | must be a whole number
                    series      | 2147483648    | must be a whole number
                    series      | "1"           | must be a whole number
                    kind        | "lead"        | must be one of partner, deal, payment
                    kind        | "Deal"        | must be one of partner, deal, payment
                    """)
    void create_outOfBounds_namesTheBound(String field, String value, String message) {
        var stage = Stages.deal("Offer").putRawValue(field, new RawValue(value));

        assertThat(api.post("/stages", stage).expectFaults(field).fault(field)).isEqualTo(message);
    }

    @OwnCompany
    @Test
    void label_isUniqueWithinItsKind() {
        Stages.create(api, Stages.of("partner", "Closed won", "active"));

        api.post("/stages", Stages.deal("CLOSED WON")).expectError(409, "conflict");
        api.post("/stages", Stages.of("payment", "pending", "failed")).expectError(409, "conflict");
    }

    @OwnCompany
    @Test
    void filters_areEitherWithinAndBothBetween() {
        Stages.create(api, Stages.deal("Offer").put("partner_type", "reseller"));
        Stages.create(api, Stages.of("partner", "Offered", "evaluation").put("partner_type", "referral"));

        Lists.expectLabels(api, "/stages?kind=payment", "Pending", "Processing", "Completed", "Failed");
        Lists.expectLabels(
                api,
                "/stages?phase=negotiation,evaluation&sort=label",
                "Evaluation",
                "Negotiation",
                "Offer",
                "Offered");
        Lists.expectLabels(api, "/stages?partner_type=referral,reseller&sort=label", "Offer", "Offered");
        Lists.expectLabels(api, "/stages?kind=deal&phase=negotiation", "Negotiation", "Offer");
        Lists.expectLabels(api, "/stages?kind=deal,partner&phase=negotiation&partner_type=reseller,referral", "Offer");
        Lists.expectLabels(api, "/stages?kind=payment&phase=negotiation");
    }

    @OwnCompany
    @Test
    void stages_ofOneKind_areFortyAtMost() {
        var created = new ArrayList<JsonNode>();
        for (var i = 5; i <= 30; i++) {
            created.add(Stages.create(api, Stages.deal("Stage " + i)));
        }

        api.post("/stages", Stages.deal("One too many")).expectError(409, "conflict");

        Stages.create(api, Stages.of("payment", "Of another kind", "failed"));
        api.delete(Stages.path(created.getLast())).expect(204);
        Stages.create(api, Stages.deal("Just enough"));
    }

    private static List<String> phases(JsonNode list, String kind) {
        return ofKind(list, kind).stream()
                .map(stage -> stage.path("phase").asText())
                .toList();
    }

    private static List<Integer> series(JsonNode list, String kind) {
        return ofKind(list, kind).stream()
                .map(stage -> stage.path("series").asInt())
                .toList();
    }
}
