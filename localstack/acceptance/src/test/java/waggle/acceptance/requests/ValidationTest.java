package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Tags;

/** Bodies that are JSON objects but no valid tags. */
@SharedCompany
final class ValidationTest {
    private final Api api = Target.api();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    label            | null                                   | is required
                    label            | ""                                     | is required
                    label            | " \\t\\n "                             | is required
                    label            | "\\u2003"                              | is required
                    label            | 7                                      | must be a string
                    label            | 7.5                                    | must be a string
                    label            | true                                   | must be a string
                    label            | ["Gold"]                               | must be a string
                    label            | {"en":"Gold"}                          | must be a string
                    association      | null                                   | is required
                    association      | ""                                     | is required
                    association      | "Partner"                              | must be one of partner, lead, deal, contact
                    association      | "PARTNER"                              | must be one of partner, lead, deal, contact
                    association      | "user"                                 | must be one of partner, lead, deal, contact
                    association      | 0                                      | must be one of partner, lead, deal, contact
                    association      | ["partner"]                            | must be one of partner, lead, deal, contact
                    association      | {}                                     | must be one of partner, lead, deal, contact
                    partner_type     | "Reseller"                             | must be one of referral, reseller, distributor
                    partner_type     | 1                                      | must be one of referral, reseller, distributor
                    background_color | "red"                                  | must be a colour like #1A2B3C
                    background_color | "1A2B3C"                               | must be a colour like #1A2B3C
                    background_color | "#1A2"                                 | must be a colour like #1A2B3C
                    background_color | "#1A2B3C4D"                            | must be a colour like #1A2B3C
                    background_color | "#1A2B3G"                              | must be a colour like #1A2B3C
                    background_color | "#١٢٣٤٥٦"                              | must be a colour like #1A2B3C
                    background_color | 1715004                                | must be a string
                    text_color       | "#12345"                               | must be a colour like #1A2B3C
                    text_color       | false                                  | must be a string
                    colour           | "#1A2B3C"                              | is not a known field
                    Label            | "Gold"                                 | is not a known field
                    backgroundColor  | "#1A2B3C"                              | is not a known field
                    ''               | 1                                      | is not a known field
                    uuid             | "01900000-0000-7000-8000-000000000000" | cannot be written
                    created_at       | "2026-11-22T08:15:30.123Z"             | cannot be written
                    updated_at       | null                                   | cannot be written
                    version          | 1                                      | cannot be written
                    """)
    void create_withOneFault_namesTheFieldAndWhatWasExpected(String field, String value, String message) {
        var body = Tags.minimal().putRawValue(field, new RawValue(value));

        var reply = api.post("/tags", body).expectFaults(field);

        assertThat(reply.fault(field)).isEqualTo(message);
    }

    @Test
    void create_withManyFaults_namesThemAll() {
        api.post("/tags", """
                        {"label":"","association":"user","background_color":"red","text_color":5,"partner_type":[],
                         "nonsense":1,"version":3}
                        """)
                .expectFaults(
                        "label",
                        "association",
                        "background_color",
                        "text_color",
                        "partner_type",
                        "nonsense",
                        "version");
    }

    @Test
    void create_ofNothing_namesWhatIsRequired() {
        var reply = api.post("/tags", "{}").expectFaults("label", "association");

        assertThat(reply.fault("label")).isEqualTo("is required");
        assertThat(reply.error()).contains("is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ß", "文", "🐝"})
    void label_ofTheGreatestLength_isTaken(String character) {
        var label = Tags.label() + character.repeat(100 - Tags.label().length());

        assertThat(Tags.create(api, label).path("label").asText()).isEqualTo(label);
        var reply = api.post("/tags", Tags.minimal(label + character)).expectFaults("label");
        assertThat(reply.fault("label").toLowerCase(Locale.ROOT)).contains("100 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"  %s", "%s\n", "\t%s\u2003", "%s"})
    void label_withSpaceAround_isTrimmed(String written) {
        var label = Tags.label();

        assertThat(Tags.create(api, written.replace("%s", label)).path("label").asText())
                .isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Élan 文字 🐝", "a  b", "\"quoted\" \\ back", "<b>&amp;</b>", "null", "{}", "'; --"})
    void label_ofAnyText_comesBackAsItWas(String text) {
        var label = text + Tags.label();

        var created = Tags.create(api, label);

        assertThat(created.path("label").asText()).isEqualTo(label);
        assertThat(api.get(Tags.path(created)).json().path("label").asText()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "lead", "deal", "contact"})
    void association_ofEveryKind_isTaken(String association) {
        var body = Tags.minimal().put("association", association);

        assertThat(api.post("/tags", body)
                        .expect(201)
                        .json()
                        .path("association")
                        .asText())
                .isEqualTo(association);
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral", "reseller", "distributor"})
    void partnerType_ofEveryKind_isTaken(String type) {
        var body = Tags.minimal().put("partner_type", type);

        assertThat(api.post("/tags", body)
                        .expect(201)
                        .json()
                        .path("partner_type")
                        .asText())
                .isEqualTo(type);
    }
}
