package waggle.acceptance.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Target;
import waggle.acceptance.cloud.LocalCloud;
import waggle.acceptance.cloud.Packaged;
import waggle.acceptance.cloud.Readme;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** Runs the README's shell blocks word for word. */
final class ReadmeTest {
    private static final Pattern ERROR = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern REQUEST_ID = Pattern.compile("\"request_id\":\"[^\"]*\"");

    @Packaged
    @Test
    void firstCalls_inTheShell_answerWhatTheReadmeSays() throws Exception {
        var output =
                Readme.run(Readme.block("first call"), Target.tenant().key().reveal());

        assertThat(output)
                .containsSubsequence(
                        "HTTP/1.1 201",
                        "\"version\":1",
                        "\"meta\":{\"record-count\":1,\"page-count\":1,\"page\":1,\"page-size\":10}",
                        "HTTP/1.1 200",
                        "\"background_color\":\"#FFD700\"",
                        "\"version\":2",
                        "HTTP/1.1 204")
                .doesNotContain("No such tag");
        assertThat(anonymous(output)).endsWith(anonymous(Readme.found(ERROR)));
    }

    @Test
    void partnerProgramme_inTheShell_endsWithItsNetwork() throws Exception {
        var output = Readme.run(
                Readme.block("partner programme"), Target.tenant().key().reveal());

        assertThat(output).doesNotContain("\"error\"").contains("\"key\":\"region\"");
        assertThat(output.lines().filter(line -> line.contains("\"record-count\"")))
                .hasSize(4)
                .allSatisfy(list -> assertThat(list)
                        .contains("\"name\":\"Café Systems\"", "\"contact_count\":2", "\"record-count\":1,"));
        assertThat(output).contains("\"tier\":{\"uuid\":", "\"stage\":{\"uuid\":", "\"label\":\"Selling\"");
        assertThat(output.lines().toList().getLast())
                .startsWith("{\"uuid\":")
                .contains(
                        "\"name\":\"Northwind\"", "\"name\":\"Fjord IT\"", "\"partner_count\":3,\"contact_count\":2,");
    }

    @Test
    void firstSaleAndCommission_afterTheProgramme_areCountedAndPaid() throws Exception {
        var output = Readme.run(
                Readme.block("partner programme") + Readme.block("first sale") + Readme.block("first commission"),
                Target.tenant().key().reveal());

        assertThat(output)
                .doesNotContain("\"error\"")
                .containsSubsequence(
                        "\"status\":\"pending\"",
                        "\"status\":\"approved\"",
                        "\"domain\":\"rasa-retail.example\",\"registrations\":[{",
                        "\"content\":\"Ada signs on **Friday**\"",
                        "\"stage_phase\":\"closed_won\"",
                        "\"lead_count\":1,",
                        "\"won_deal_count\":1,",
                        "\"won_value\":11500.5",
                        "\"label\":\"Resellers\"",
                        "\"total_commission_value\":0,\"open_ended\":false,\"occurrences\":[{\"number\":1,\"entry\":1,",
                        "\"total_commission_value\":150.24,\"open_ended\":false,\"occurrences\":[{\"number\":1,\"entry\":1,",
                        "12.5 % of 100.20 USD is 12.525 USD.",
                        "12.525 USD is rounded to 12.52 USD (half to even).",
                        "\"status\":\"approved\"",
                        "\"status\":\"processing\"",
                        "\"status\":\"completed\"",
                        "\"open\":137.72,\"approved\":0,\"held\":137.72,\"paid\":12.52}");
        assertThat(output.lines().toList().getLast())
                .containsSubsequence(
                        "\"opening_balance\":0,",
                        "\"movement\":\"earned\"",
                        "\"movement\":\"paid\"",
                        "\"deal_label\":\"Five more seats\"",
                        "\"value\":-12.52,\"status\":\"completed\"}");
    }

    @Packaged
    @Test
    void webhooks_inTheShell_answerWhatTheReadmeSays() throws Exception {
        var tenant = Target.tenant();
        var key = LocalCloud.cloud()
                .issue(tenant.company(), KeySecret.Mode.TEST, Scopes.of(Scope.READ, Scope.WRITE, Scope.ADMIN));

        var output = Readme.run(Readme.block("webhooks"), key.reveal());

        assertThat(output)
                .containsSubsequence(
                        "HTTP/1.1 201",
                        "\"secret\":\"whsec_",
                        "\"error\":\"cannot connect\"",
                        "\"type\":\"stage.created\"",
                        "\"record-count\":0",
                        "\"since\":\"2026-01-01T00:00:00.000Z\"",
                        "\"secret\":\"whsec_",
                        "HTTP/1.1 204")
                .doesNotContain("\"code\":");
    }

    private static String anonymous(String text) {
        return REQUEST_ID.matcher(text).replaceAll("\"request_id\":\"…\"");
    }
}
