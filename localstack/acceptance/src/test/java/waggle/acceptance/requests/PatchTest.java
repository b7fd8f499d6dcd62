package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Tags;

/** JSON Merge Patch on a tag with every field set. */
@SharedCompany
final class PatchTest {
    private final Api api = Target.api();
    private final JsonNode before =
            api.post("/tags", Tags.complete()).expect(201).json();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"association":"lead"}        | association      | "lead"
                    {"background_color":"#abcdef"}| background_color | "#abcdef"
                    {"background_color":null}     | background_color | "#6B7280"
                    {"text_color":"#123456"}      | text_color       | "#123456"
                    {"text_color":null}           | text_color       | "#FFFFFF"
                    {"partner_type":"referral"}   | partner_type     | "referral"
                    {"partner_type":null}         | partner_type     | null
                    """)
    void patch_ofOneField_changesItAndKeepsTheRest(String patch, String field, String value) {
        var reply = patched(patch);

        var after = reply.json();
        assertThat(after.path(field)).hasToString(value);
        assertThat(after.path("version").asInt()).isEqualTo(2);
        assertThat(reply.header("ETag")).isEqualTo("\"2\"");
        assertThat(others(after, field)).isEqualTo(others(before, field));
    }

    @Test
    void patch_ofTheLabel_trimsIt() {
        var label = Tags.label();

        var after = patched(Tags.empty().put("label", "  " + label + "\n")).json();

        assertThat(after.path("label").asText()).isEqualTo(label);
        assertThat(others(after, "label")).isEqualTo(others(before, "label"));
    }

    @Test
    void patch_ofSeveralFields_isOneChange() {
        var label = Tags.label();

        var after = patched(Tags.empty()
                        .put("label", label)
                        .put("association", "contact")
                        .putNull("partner_type"))
                .json();

        assertThat(after.path("version").asInt()).isEqualTo(2);
        assertThat(after.path("label").asText()).isEqualTo(label);
        assertThat(after.path("association").asText()).isEqualTo("contact");
        assertThat(after.path("partner_type").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"label\":\"%s\"}",
                "{\"label\":\" %s \"}",
                "{\"label\":\"%s\",\"association\":\"deal\",\"partner_type\":\"reseller\"}"
            })
    void patch_thatChangesNothing_keepsVersionAndUpdatedAt(String patch) {
        var reply = patched(patch.replace("%s", before.path("label").asText()));

        assertThat(reply.json()).isEqualTo(before);
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(api.get(Tags.path(before)).json()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"label":null}                | label            | is required
                    {"label":"   "}               | label            | is required
                    {"label":7}                   | label            | must be a string
                    {"label":{"a":null}}          | label            | must be a string
                    {"association":null}          | association      | is required
                    {"association":"user"}        | association      | must be one of partner, lead, deal, contact
                    {"background_color":"red"}    | background_color | must be a colour like #1A2B3C
                    {"version":2}                 | version          | cannot be written
                    {"version":null}              | version          | cannot be written
                    {"uuid":"x"}                  | uuid             | cannot be written
                    {"created_at":null}           | created_at       | cannot be written
                    {"nonsense":null}             | nonsense         | is not a known field
                    """)
    void patch_withAFault_isRefusedAndChangesNothing(String patch, String field, String message) {
        var reply = api.patch(Tags.path(before), patch).expectFaults(field);

        assertThat(reply.fault(field)).isEqualTo(message);
        assertThat(api.get(Tags.path(before)).json()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/merge-patch+json",
                "application/merge-patch+json; charset=utf-8",
                "Application/JSON"
            })
    void patch_ofEitherContentType_isTheSame(String contentType) {
        var after = api.with("Content-Type", contentType)
                .patch(Tags.path(before), Tags.CHANGE)
                .expect(200)
                .json();

        assertThat(after.path("text_color").asText()).isEqualTo("#123456");
    }

    private static JsonNode others(JsonNode tag, String field) {
        return ((ObjectNode) tag.deepCopy()).remove(List.of(field, "updated_at", "version"));
    }

    private Reply patched(Object patch) {
        return api.patch(Tags.path(before), patch).expect(200);
    }
}
