package waggle.acceptance.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.CustomFields.PATH;
import static waggle.acceptance.samples.CustomFields.field;
import static waggle.acceptance.samples.CustomFields.options;
import static waggle.acceptance.samples.CustomFields.path;
import static waggle.acceptance.samples.CustomFields.select;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.stream.IntStream;
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
import waggle.acceptance.samples.Tags;

/** Types and options of custom fields ({@code docs/api.md}, "Custom fields"). */
@SharedCompany
final class CustomFieldOptionsTest {
    private final Api api = Target.api();

    @ParameterizedTest
    @ValueSource(strings = {"text", "textarea", "number", "date", "boolean"})
    void type_withoutOptions_takesNone(String type) {
        var field = field("Region of type " + type).put("type", type);

        CustomFields.create(api, field.deepCopy().putRawValue("options", new RawValue("[]")));
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
        var created = CustomFields.create(api, options(field, "{\"label\":\"EMEA\"}"));
        api.patch(path(created), "{\"options\":[]}").expectFaults("options");
        api.patch(path(created), "{\"options\":null}").expectFaults("options");

        assertThat(api.get(path(created)).json()).isEqualTo(created);
    }

    @OwnCompany
    @Test
    void options_withoutIds_areGivenThem() {
        var field = CustomFields.create(
                api,
                select(
                        "{\"label\":\"North America\"}",
                        "{\"id\":\"north_america\",\"label\":\"USA\"}",
                        "{\"label\":\"2nd\"}",
                        "{\"id\":null,\"label\":\"北\"}"));

        assertThat(ids(field)).containsExactly("north_america_2", "north_america", "option_2nd", "option");
    }

    @OwnCompany
    @Test
    void options_keepTheirIds_howeverTheyAreRelabelledAndMoved() {
        var field = CustomFields.create(api, select("{\"label\":\"EMEA\"}", "{\"label\":\"APAC\"}"));

        var moved = CustomFields.patch(api, field, "{\"options\":[{\"label\":\"apac\"},{\"label\":\"EMEA\"}]}");
        var relabelled = CustomFields.patch(
                api, field, "{\"options\":[{\"id\":\"emea\",\"label\":\"Europe\"},{\"label\":\"APAC\"}]}");
        var reused = CustomFields.patch(
                api, field, "{\"options\":[{\"id\":\"emea\",\"label\":\"Europe\"},{\"label\":\"EMEA\"}]}");

        assertThat(ids(moved)).containsExactly("apac", "emea");
        assertThat(ids(relabelled)).containsExactly("emea", "apac");
        assertThat(Lists.texts(optionsOf(relabelled), "label")).containsExactly("Europe", "APAC");
        assertThat(ids(reused)).containsExactly("emea", "emea_2");
    }

    @OwnCompany
    @Test
    void options_thatAreTheSame_areNoChange() {
        var field = CustomFields.create(api, select("{\"label\":\"EMEA\"}", "{\"label\":\"APAC\"}"));

        assertThat(CustomFields.patch(
                        api, field, "{\"options\":[{\"label\":\"EMEA\"},{\"id\":\"apac\",\"label\":\"APAC\"}]}"))
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"label":"A"},{"label":"a"}                       | options[1].label | must be unique within the field
                    {"label":"Élan"},{"label":"B"},{"label":" ÉLAN "} | options[2].label | must be unique within the field
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
        var created = CustomFields.create(api, select("{\"label\":\"EMEA\"}").put("label", Tags.label()));

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

        assertThat(ids(CustomFields.create(api, select(hundred.toArray(String[]::new)))))
                .hasSize(100)
                .doesNotHaveDuplicates();
        var tooMany = api.post(PATH, select(String.join(",", hundred), "{\"label\":\"101\"}"))
                .expectFaults("options");
        assertThat(tooMany.fault("options")).isEqualTo("must have at most 100 elements");
        CustomFields.create(api, select("{\"label\":\"" + label + "\"}").put("label", "Long"));
        var tooLong = api.post(PATH, select("{\"label\":\"x" + label + "\"}")).expectFaults("options[0].label");
        assertThat(tooLong.fault("options[0].label")).isEqualTo("must have at most 100 characters");
        api.post(PATH, select("{\"label\":\"A\",\"id\":\"" + "i".repeat(65) + "\"}"))
                .expectFaults("options[0].id");
    }

    private static List<JsonNode> optionsOf(JsonNode field) {
        return field.path("options").valueStream().toList();
    }

    private static List<String> ids(JsonNode field) {
        return Lists.texts(optionsOf(field), "id");
    }
}
