package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The API accepts every programme of {@code docs/commissions.md}, "Published programmes". */
final class ProgrammesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
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
        var page = Files.readString(Checkout.ROOT.resolve("docs/commissions.md"));

        var programmes = PROGRAMME.matcher(page).results().toList();

        assertThat(programmes).hasSizeGreaterThan(24);
        for (var programme : programmes) {
            var text = programme.group(2);
            for (var name : names.entrySet()) {
                text = text.replace(name.getKey(), name.getValue());
            }
            for (var rule : JSON.readTree(text)) {
                var created = api.post("/commission-rules", rule).expect(201).json();
                assertThat(created.path("entries")).as(programme.group(1)).isEqualTo(rule.path("entries"));
            }
        }
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
