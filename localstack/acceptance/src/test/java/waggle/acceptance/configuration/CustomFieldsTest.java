package waggle.acceptance.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.CustomFields.PATH;
import static waggle.acceptance.samples.CustomFields.field;
import static waggle.acceptance.samples.CustomFields.path;
import static waggle.acceptance.samples.CustomFields.select;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.CustomFields;

/** Keys, labels and filters of custom fields ({@code docs/api.md}, "Custom fields"). */
@SharedCompany
final class CustomFieldsTest {
    private final Api api = Target.api();

    @OwnCompany
    @Test
    void create_withTheLeast_fillsInTheDefaults() {
        var field = CustomFields.create(api, field("Region"));

        assertThat(field.path("key").asText()).isEqualTo("region");
        assertThat(field.required("partner_type").isNull()).isTrue();
        assertThat(field.path("required")).hasToString("false");
        assertThat(field.path("shared")).hasToString("false");
        assertThat(field.path("options")).hasToString("[]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Annual Revenue (€)  | annual_revenue
                    Größe               | grosse
                    2026 target         | field_2026_target
                    a--b__c             | a_b_c
                    文字                 | field
                    """)
    void key_thatIsAbsent_isMadeFromTheLabel(String label, String key) {
        assertThat(CustomFields.create(api, field(label)).path("key").asText()).isEqualTo(key);
    }

    @OwnCompany
    @Test
    void key_thatIsMade_isNoOthersOfTheEntity() {
        CustomFields.create(api, field("Region"));

        assertThat(CustomFields.create(api, field("Region?")).path("key").asText())
                .isEqualTo("region_2");
        assertThat(CustomFields.create(api, field("Region!")).path("key").asText())
                .isEqualTo("region_3");
        assertThat(CustomFields.create(api, field("Region?").put("entity", "lead"))
                        .path("key")
                        .asText())
                .isEqualTo("region");
    }

    @OwnCompany
    @Test
    void key_isUniqueWithinItsEntity() {
        CustomFields.create(api, field("Region").put("key", "area"));

        var refused = api.post(PATH, field("Zone").put("key", "area")).expectError(409, "conflict");

        assertThat(refused.error()).contains("key", "area");
        CustomFields.create(api, field("Zone").put("key", "area").put("entity", "deal"));
    }

    @OwnCompany
    @Test
    void label_isUniqueWithinItsEntity() {
        CustomFields.create(api, field("Region"));

        api.post(PATH, field("REGION").put("key", "other")).expectError(409, "conflict");
        CustomFields.create(api, field("Region").put("entity", "contact"));
    }

    @OwnCompany
    @Test
    void key_ofADeletedField_isFree() {
        var field = CustomFields.create(api, field("Region"));
        api.delete(path(field)).expect(204);

        assertThat(CustomFields.create(api, field("Region")).path("key").asText())
                .isEqualTo("region");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Area", "1st", "_area", "area_", "a__b", "a-b", "a b", "é"})
    void key_thatIsNotSnakeCase_isRefused(String key) {
        var refused = api.post(PATH, field("Region").put("key", key)).expectFaults("key");

        assertThat(refused.fault("key")).isEqualTo("must be in snake_case, like annual_revenue");
    }

    @OwnCompany
    @Test
    void key_hasSixtyFourCharactersAtMost() {
        assertThat(CustomFields.create(api, field("é".repeat(100))).path("key").asText())
                .isEqualTo("e".repeat(64));
        CustomFields.create(api, field("Long").put("key", "k".repeat(64)));

        var refused = api.post(PATH, field("Longer").put("key", "k".repeat(65))).expectFaults("key");

        assertThat(refused.fault("key")).isEqualTo("must have at most 64 characters");
    }

    @OwnCompany
    @Test
    void key_isKept_whateverTheLabelBecomes() {
        var field = CustomFields.create(api, field("Region"));

        var patched = CustomFields.patch(api, field, "{\"label\":\"Area\"}");

        assertThat(patched.path("label").asText()).isEqualTo("Area");
        assertThat(patched.path("key").asText()).isEqualTo("region");
        assertThat(api.patch(path(field), "{\"key\":null}").expectFaults("key").fault("key"))
                .isEqualTo("cannot be changed");
    }

    @OwnCompany
    @Test
    void filters_areEitherWithinAndBothBetween() {
        CustomFields.create(api, field("Area").put("entity", "lead").put("type", "number"));
        CustomFields.create(api, field("Region").put("entity", "deal").put("partner_type", "reseller"));
        CustomFields.create(
                api, select("{\"label\":\"EMEA\"}").put("label", "Zone").put("entity", "deal"));

        Lists.expectLabels(api, PATH, "Zone", "Region", "Area");
        Lists.expectLabels(api, PATH + "?entity=deal", "Zone", "Region");
        Lists.expectLabels(api, PATH + "?entity=lead,deal", "Zone", "Region", "Area");
        Lists.expectLabels(api, PATH + "?type=select,number", "Zone", "Area");
        Lists.expectLabels(api, PATH + "?type=multi_select");
        Lists.expectLabels(api, PATH + "?partner_type=reseller", "Region");
        Lists.expectLabels(api, PATH + "?entity=deal&type=text,number", "Region");
        Lists.expectLabels(api, PATH + "?entity=lead&partner_type=reseller");
    }
}
