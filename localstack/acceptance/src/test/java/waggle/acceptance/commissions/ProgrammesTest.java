package waggle.acceptance.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.cloud.Checkout;
import waggle.acceptance.samples.CustomFields;
import waggle.acceptance.samples.Partners;
import waggle.acceptance.samples.Stages;
import waggle.acceptance.samples.Tags;

/**
 * The API accepts every programme of {@code docs/commissions.md}, "Published programmes", and {@code CommissionExamplesTest}
 * calculates payments of each.
 */
final class ProgrammesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXAMPLES = "shared-model/src/test/resources/waggle/model/commissions/programmes.json";
    private static final Pattern PROGRAMME = Pattern.compile("### ([^\n]+)\n\n[^`]+```json\n([^`]+)```");

    /** The fields of deals in the programmes, with their types. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "boolean",
            List.of(
                    "bought_pro",
                    "bought_starter",
                    "bought_enterprise",
                    "monthly_plan",
                    "annual_plan",
                    "has_azure",
                    "has_m365",
                    "purchase",
                    "subscription"),
            "number",
            List.of(
                    "licence_fee",
                    "hosting_fee",
                    "setup_fee",
                    "qbo_fee",
                    "payroll_base",
                    "payroll_employees",
                    "payments_net",
                    "azure_revenue",
                    "m365_revenue"));

    private final Api api = Target.tenant().api();

    @Test
    void programmes_areAccepted() throws IOException {
        createFields();
        var names = Map.of(
                "<won>", stage("Won in full", "closed_won"),
                "<trial>", stage("Trial", "negotiation"),
                "<qualified>", stage("Qualified", "negotiation"),
                "<silver>", tier("Silver"),
                "<gold>", tier("Gold"));

        var programmes = programmes();

        assertThat(programmes).hasSizeGreaterThan(24);
        for (var programme : programmes) {
            for (var rule : JSON.readTree(named(programme.group(2), names))) {
                var created = api.post("/commission-rules", rule).expect(201).json();
                assertThat(created.path("entries")).as(programme.group(1)).isEqualTo(rule.path("entries"));
            }
        }
    }

    @Test
    void programmes_haveExamplesWithTheSameRules() throws IOException {
        var names = Map.of(
                "<won>", "stage:won",
                "<trial>", "stage:trial",
                "<qualified>", "stage:qualified",
                "<silver>", "tier:silver",
                "<gold>", "tier:gold");
        var examples = JSON.readTree(Checkout.ROOT.resolve(EXAMPLES).toFile()).path("examples");

        var ofPage = new LinkedHashMap<String, JsonNode>();
        for (var programme : programmes()) {
            ofPage.put(programme.group(1), JSON.readTree(named(programme.group(2), names)));
        }
        var ofExamples = new LinkedHashMap<String, JsonNode>();
        examples.forEach(example -> {
            example.path("rules").forEach(rule -> ((ObjectNode) rule).remove(List.of("rule", "created_at")));
            ofExamples.put(example.path("title").asText(), example.path("rules"));
        });

        assertThat(ofExamples).isEqualTo(ofPage);
    }

    private static List<MatchResult> programmes() throws IOException {
        var page = Files.readString(Checkout.ROOT.resolve("docs/commissions.md"));
        return PROGRAMME.matcher(page).results().toList();
    }

    private static String named(String text, Map<String, String> names) {
        var result = text;
        for (var name : names.entrySet()) {
            result = result.replace(name.getKey(), name.getValue());
        }
        return result;
    }

    private void createFields() {
        FIELDS.forEach((type, keys) -> keys.forEach(key -> CustomFields.create(
                api, CustomFields.field(key).put("key", key).put("type", type).put("entity", "deal"))));
        CustomFields.create(
                api,
                CustomFields.select(option("premium"), option("premium_plus"), option("lifetime"))
                        .put("label", "plan")
                        .put("entity", "deal"));
    }

    private static String option(String id) {
        return "{\"id\":\"%1$s\",\"label\":\"%1$s\"}".formatted(id);
    }

    private String stage(String label, String phase) {
        return Partners.uuid(Stages.create(api, Stages.of("deal", label, phase)));
    }

    private String tier(String label) {
        JsonNode tier =
                api.post("/tiers", Tags.empty().put("label", label)).expect(201).json();
        return Partners.uuid(tier);
    }
}
