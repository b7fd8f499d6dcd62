package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, types and options of custom fields ({@code docs/api.md}, "Custom fields"). */
@SharedCompany
final class CustomFieldsTest {
    private static final String PATH = "/custom-fields";

    private final Api api = Target.api();

    @OwnCompany
    @Test
    void create_withTheLeast_fillsInTheDefaults() {
        var field = create(field("Region"));

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
        assertThat(create(field(label)).path("key").asText()).isEqualTo(key);
    }

    @OwnCompany
    @Test
    void key_thatIsMade_isNoOthersOfTheEntity() {
        create(field("Region"));

        assertThat(create(field("Region?")).path("key").asText()).isEqualTo("region_2");
        assertThat(create(field("Region!")).path("key").asText()).isEqualTo("region_3");
        assertThat(create(field("Region?").put("entity", "lead")).path("key").asText())
                .isEqualTo("region");
    }

    @OwnCompany
    @Test
    void key_isUniqueWithinItsEntity() {
        create(field("Region").put("key", "area"));

        var refused = api.post(PATH, field("Zone").put("key", "area")).expectError(409, "conflict");

        assertThat(refused.error()).contains("key", "area");
        create(field("Zone").put("key", "area").put("entity", "deal"));
    }

    @OwnCompany
    @Test
    void label_isUniqueWithinItsEntity() {
        create(field("Region"));

        api.post(PATH, field("REGION").put("key", "other")).expectError(409, "conflict");
        create(field("Region").put("entity", "contact"));
    }

    @OwnCompany
    @Test
    void key_ofADeletedField_isFree() {
        var field = create(field("Region"));
        api.delete(path(field)).expect(204);

        assertThat(create(field("Region")).path("key").asText()).isEqualTo("region");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Area", "1st", "_area", "area_", "a__b", "a-b", "a b", "é", ""})
    void key_thatIsNotSnakeCase_isRefused(String key) {
        var refused = api.post(PATH, field("Region").put("key", key)).expectFaults("key");

        assertThat(refused.fault("key")).isEqualTo("must be in snake_case, like annual_revenue");
    }

    @OwnCompany
    @Test
    void key_hasSixtyFourCharactersAtMost() {
        assertThat(create(field("é".repeat(100))).path("key").asText()).isEqualTo("e".repeat(64));
        create(field("Long").put("key", "k".repeat(64)));

        var refused = api.post(PATH, field("Longer").put("key", "k".repeat(65))).expectFaults("key");

        assertThat(refused.fault("key")).isEqualTo("must have at most 64 characters");
    }

    @OwnCompany
    @Test
    void key_isKept_whateverTheLabelBecomes() {
        var field = create(field("Region"));

        var patched = patch(field, "{\"label\":\"Area\"}");

        assertThat(patched.path("label").asText()).isEqualTo("Area");
        assertThat(patched.path("key").asText()).isEqualTo("region");
        assertThat(api.patch(path(field), "{\"key\":null}").expectFaults("key").fault("key"))
                .isEqualTo("cannot be changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "textarea", "number", "date", "boolean"})
    void type_withoutOptions_takesNone(String type) {
        var field = field("Region of type " + type).put("type", type);

        create(field.deepCopy().putRawValue("options", new RawValue("[]")));
        var refused = api.post(PATH, options(field, "{\"label\":\"EMEA\"}")).expectFaults("options");

        assertThat(refused.fault("options")).isEqualTo("must be empty unless the type is select or multi_select");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select", "multi_select"})
    void type_withOptions_needsAtLeastOne(String type) {
        var field = field("Region of type " + type).put("type", type);

        assertThat(api.post(PATH, field).expectFaults("options").fault("options"))
                .isEqualTo("must have at least one option");
        api.post(PATH, options(field)).expectFaults("options");
        var created = create(options(field, "{\"label\":\"EMEA\"}"));
        api.patch(path(created), "{\"options\":[]}").expectFaults("options");
        api.patch(path(created), "{\"options\":null}").expectFaults("options");

        assertThat(api.get(path(created)).json()).isEqualTo(created);
    }

    @OwnCompany
    @Test
    void options_withoutIds_areGivenThem() {
        var field = create(select(
                "{\"label\":\"North America\"}",
                "{\"id\":\"north_america\",\"label\":\"USA\"}",
                "{\"label\":\"2nd\"}",
                "{\"id\":null,\"label\":\"北\"}"));

        assertThat(ids(field)).containsExactly("north_america_2", "north_america", "option_2nd", "option");
    }

    @OwnCompany
    @Test
    void options_keepTheirIds_howeverTheyAreRelabelledAndMoved() {
        var field = create(select("{\"label\":\"EMEA\"}", "{\"label\":\"APAC\"}"));

        var moved = patch(field, "{\"options\":[{\"label\":\"apac\"},{\"label\":\"EMEA\"}]}");
        var relabelled = patch(field, "{\"options\":[{\"id\":\"emea\",\"label\":\"Europe\"},{\"label\":\"APAC\"}]}");
        var reused = patch(field, "{\"options\":[{\"id\":\"emea\",\"label\":\"Europe\"},{\"label\":\"EMEA\"}]}");

        assertThat(ids(moved)).containsExactly("apac", "emea");
        assertThat(ids(relabelled)).containsExactly("emea", "apac");
        assertThat(Lists.texts(optionsOf(relabelled), "label")).containsExactly("Europe", "APAC");
        assertThat(ids(reused)).containsExactly("emea", "emea_2");
    }

    @OwnCompany
    @Test
    void options_thatAreTheSame_areNoChange() {
        var field = create(select("{\"label\":\"EMEA\"}", "{\"label\":\"APAC\"}"));

        assertThat(patch(field, "{\"options\":[{\"label\":\"EMEA\"},{\"id\":\"apac\",\"label\":\"APAC\"}]}"))
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"label":"A"},{"label":"a"}                       | options[1].label | must be unique within the field
                    {"label":"Élan"},{"label":"B"},{"label":" elan "} | options[2].label | must be unique within the field
                    {"id":"x","label":"A"},{"id":"x","label":"B"}     | options[1].id    | must be unique within the field
                    {"label":"A"},{}                                  | options[1].label | is required
                    {"label":null}                                    | options[0].label | is required
                    {"label":"A"},{"label":"  "}                      | options[1].label | is required
                    {"label":"A"},{"label":7}                         | options[1].label | must be a string
                    {"label":["A"]}                                   | options[0].label | must be a string
                    {"id":"Not snake","label":"A"}                    | options[0].id    | must be in snake_case, like annual_revenue
                    {"id":7,"label":"A"}                              | options[0].id    | must be a string
                    {"label":"A","nonsense":1}                        | options[0].nonsense | is not a known field
                    {"label":"A","uuid":"x"}                          | options[0].uuid  | is not a known field
                    {"label":"A"},null                                | options[1]       | is required
                    {"label":"A"},"B"                                 | options[1]       | must be an object
                    {"label":"A"},[]                                  | options[1]       | must be an object
                    """)
    void option_withAFault_isNamedByItsPath(String options, String field, String message) {
        var created = create(select("{\"label\":\"EMEA\"}").put("label", Tags.label()));

        var refused = api.post(PATH, select(options).put("label", "Other")).expectFaults(field);
        var patch = api.patch(path(created), "{\"options\":[" + options + "]}").expectFaults(field);

        assertThat(refused.fault(field)).isEqualTo(message);
        assertThat(patch.fault(field)).isEqualTo(message);
        assertThat(api.get(path(created)).json()).isEqualTo(created);
    }

    @Test
    void options_withManyFaults_areAllNamed() {
        api.post(PATH, select("{\"label\":\"\",\"id\":\"Bad\"}", "{\"label\":\"A\"}", "null", "{\"id\":\"c\"}"))
                .expectFaults("options[0].label", "options[0].id", "options[2]", "options[3].label");
        api.post(
                        PATH,
                        select("{\"nonsense\":1}", "{\"label\":7,\"id\":[]}", "\"B\"")
                                .put("key", "Bad"))
                .expectFaults("options[0].nonsense", "options[1].label", "options[1].id", "options[2]", "key");
        api.post(PATH, select("{\"label\":\"A\"}").putRawValue("options", new RawValue("{\"label\":\"A\"}")))
                .expectFaults("options");
    }

    @OwnCompany
    @Test
    void option_hasBounds() {
        var hundred = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> "{\"label\":\"" + i + "\"}")
                .toList();
        var label = "x".repeat(100);

        assertThat(ids(create(select(hundred.toArray(String[]::new)))))
                .hasSize(100)
                .doesNotHaveDuplicates();
        var tooMany = api.post(PATH, select(String.join(",", hundred), "{\"label\":\"101\"}"))
                .expectFaults("options");
        assertThat(tooMany.fault("options")).isEqualTo("must have at most 100 elements");
        create(select("{\"label\":\"" + label + "\"}").put("label", "Long"));
        var tooLong = api.post(PATH, select("{\"label\":\"x" + label + "\"}")).expectFaults("options[0].label");
        assertThat(tooLong.fault("options[0].label")).isEqualTo("must have at most 100 characters");
        api.post(PATH, select("{\"label\":\"A\",\"id\":\"" + "i".repeat(65) + "\"}"))
                .expectFaults("options[0].id");
    }

    @OwnCompany
    @Test
    void filters_areEitherWithinAndBothBetween() {
        create(field("Area").put("entity", "lead").put("type", "number"));
        create(field("Region").put("entity", "deal").put("partner_type", "reseller"));
        create(select("{\"label\":\"EMEA\"}").put("label", "Zone").put("entity", "deal"));

        Lists.expectLabels(api, PATH, "Zone", "Region", "Area");
        Lists.expectLabels(api, PATH + "?entity=deal", "Zone", "Region");
        Lists.expectLabels(api, PATH + "?entity=lead,deal", "Zone", "Region", "Area");
        Lists.expectLabels(api, PATH + "?type=select,number", "Zone", "Area");
        Lists.expectLabels(api, PATH + "?type=multi_select");
        Lists.expectLabels(api, PATH + "?partner_type=reseller", "Region");
        Lists.expectLabels(api, PATH + "?entity=deal&type=text,number", "Region");
        Lists.expectLabels(api, PATH + "?entity=lead&partner_type=reseller");
    }

    private static ObjectNode field(String label) {
        return Tags.empty().put("label", label).put("type", "text").put("entity", "partner");
    }

    private static ObjectNode select(String... options) {
        return options(field("Region").put("type", "select"), options);
    }

    private static ObjectNode options(ObjectNode field, String... options) {
        return field.putRawValue("options", new RawValue("[" + String.join(",", options) + "]"));
    }

    private JsonNode create(ObjectNode field) {
        return api.post(PATH, field).expect(201).json();
    }

    private JsonNode patch(JsonNode field, String patch) {
        return api.patch(path(field), patch).expect(200).json();
    }

    private static String path(JsonNode field) {
        return PATH + "/" + field.path("uuid").asText();
    }

    private static List<JsonNode> optionsOf(JsonNode field) {
        return field.path("options").valueStream().toList();
    }

    private static List<String> ids(JsonNode field) {
        return Lists.texts(optionsOf(field), "id");
    }
}
