package waggle.acceptance.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Tags;

/** Rules of tiers only ({@code docs/api.md}, "Configuration"). */
@SharedCompany
final class TiersTest {
    private final Api api = Target.api();

    @OwnCompany
    @Test
    void create_withTheLeast_fillsInTheDefaults() {
        var tier = create(tier("Gold"));

        assertThat(tier.path("background_color").asText()).isEqualTo("#6B7280");
        assertThat(tier.path("text_color").asText()).isEqualTo("#FFFFFF");
        assertThat(tier.required("partner_type").isNull()).isTrue();
        assertThat(tier.path("series").asInt()).isEqualTo(1);
        assertThat(create(tier("Silver")).path("series").asInt()).isEqualTo(2);
    }

    @OwnCompany
    @Test
    void list_isInTheOrderOfSeries_theOlderFirstAmongEquals() {
        create(tier("Bronze").put("series", 9));
        create(tier("Gold").put("series", 1));
        create(tier("Silver").put("series", 9));
        create(tier("Tin"));

        var list = api.get("/tiers").expect(200).json();

        assertThat(Lists.labels(list)).containsExactly("Gold", "Bronze", "Silver", "Tin");
        assertThat(Lists.texts(list, "series")).containsExactly("1", "9", "9", "10");
    }

    @OwnCompany
    @Test
    void tiers_ofADeletedOnesPlace_keepTheirs() {
        create(tier("Gold"));
        var silver = create(tier("Silver"));
        var bronze = create(tier("Bronze"));

        api.delete("/tiers/" + silver.path("uuid").asText()).expect(204);

        assertThat(api.get("/tiers").json().path("data")).last().isEqualTo(bronze);
        assertThat(create(tier("Tin")).path("series").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    background_color | "red"        | must be a colour like #1A2B3C
                    text_color       | "#12345"     | must be a colour like #1A2B3C
                    partner_type     | "Reseller"   | must be one of referral, reseller, distributor
                    series           | 0            | must be at least 1
                    series           | 1000001      | must be at most 1000000
                    series           | 1.5          | must be a whole number
                    association      | "partner"    | is not a known field
                    """)
    void create_withOneFault_namesTheFieldAndWhatWasExpected(String field, String value, String message) {
        var tier = tier("Gold").putRawValue(field, new RawValue(value));

        assertThat(api.post("/tiers", tier).expectFaults(field).fault(field)).isEqualTo(message);
    }

    private static ObjectNode tier(String label) {
        return Tags.empty().put("label", label);
    }

    private JsonNode create(ObjectNode tier) {
        return api.post("/tiers", tier).expect(201).json();
    }
}
