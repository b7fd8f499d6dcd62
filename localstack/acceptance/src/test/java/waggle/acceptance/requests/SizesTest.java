package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.AtOnce;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.CustomFields;
import waggle.acceptance.samples.Partners;

/** The sizes of records and pages ({@code docs/api.md}, "Sizes"). */
final class SizesTest {
    private static final int RECORDS = 50;

    private final Api api = Target.api();

    SizesTest() {
        for (var i = 0; i < 14; i++) {
            CustomFields.create(
                    api, CustomFields.field("Note " + i).put("type", "textarea").put("entity", "partner"));
        }
    }

    @Test
    void record_above128KiB_isRefusedWithItsLargestField() {
        var partner = partner("Large", 13);
        partner.withObject("custom_fields").put("note_13", "y".repeat(9_999));

        var refused = api.post("/partners", partner).expectError(413, "record_too_large");

        assertThat(refused.error()).contains("128 KiB", "custom_fields.note_");
    }

    @Test
    void page_ofFiftyRecordsOf120KiB_isRefusedWithTheSizeThatFits() {
        AtOnce.times(5, writer -> {
            IntStream.range(0, RECORDS / 5).forEach(i -> api.post("/partners", partner("Partner " + writer + i, 12))
                    .expect(201));
            return writer;
        });

        var refused = api.get("/partners?pageSize=50").expectError(400, "response_too_large");

        var size = refused.error().replaceAll(".*pageSize=(\\d+).*", "$1");
        var page = api.get("/partners?pageSize=" + size).expect(200);
        assertThat(page.json().path("data")).hasSize(Integer.parseInt(size));
        assertThat(page.json().path("meta").path("record-count").asInt()).isEqualTo(RECORDS);
        assertThat(page.body().length()).isBetween(5_000_000, 5 * 1024 * 1024);
    }

    private static ObjectNode partner(String name, int notes) {
        var partner = Partners.partner(name);
        var values = partner.putObject("custom_fields");
        IntStream.range(0, notes).forEach(i -> values.put("note_" + i, "x".repeat(10_000)));
        return partner;
    }
}
