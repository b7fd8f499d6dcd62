package waggle.acceptance.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Sample;

/** Lists of records by their uuids ({@code docs/api.md}, "Lists"), for every resource. */
@ForEveryResource
@SharedCompany
final class ListOfUuidsTest {
    private final Api api = Target.api();
    private final Sample sample;
    private final String path;

    ListOfUuidsTest(Sample sample) {
        this.sample = sample;
        path = sample.path();
    }

    @Test
    void list_ofUuids_hasTheseInTheirOrder_withoutUnknownOnes() {
        var first = sample.create(api).path("uuid").asText();
        var second = sample.create(api).path("uuid").asText();
        var unknown = "01900000-0000-7000-8000-000000000000";
        var uuids = String.join(",", List.of(second, unknown, first, second));

        var list = api.get(path + "?uuid=" + uuids).expect(200).json();

        assertThat(list.path("data").valueStream().map(record -> record.path("uuid")
                        .asText()))
                .containsExactly(second, first);
        assertThat(list.path("meta").path("record-count").asInt()).isEqualTo(2);
        api.get(path + "?uuid=" + second + ",x").expectFaults("uuid");
        api.get(path + "?uuid=" + (first + ",").repeat(50) + first).expectFaults("uuid");
        assertThat(api.get(path + "?created_before=2026-01-01&uuid=" + first)
                        .expect(200)
                        .json()
                        .path("data"))
                .isEmpty();
    }
}
