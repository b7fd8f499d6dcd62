package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.custom;
import static waggle.acceptance.samples.Partners.partner;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import waggle.acceptance.samples.Partners;
import waggle.acceptance.samples.Tags;

/** Small faults of queries that public bug reports of other APIs describe ({@code docs/api.md}, "Lists"). */
@SharedCompany
final class SmallQueryFaultsTest {
    private final Api api = Target.api();

    @ParameterizedTest
    @CsvSource({
        "Große Straße, GROẞE",
        "O’Brien, O'Brien",
        "Jean‑Luc, jean-luc",
        "Élan, elan",
        "かぎ, かぎ",
    })
    void search_findsTheSameTextInAnotherForm(String label, String search) {
        Tags.create(api, label);

        Lists.expectLabels(api, "/tags?search=" + encoded(search), label);
    }

    @Test
    void search_keepsKanaMarksApart() {
        Tags.create(api, "りんご");
        Tags.create(api, "りんこ");

        Lists.expectLabels(api, "/tags?search=" + encoded("りんこ"), "りんこ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?page=1&", "?&", "?&&page=1", "?association=lead&association=deal", "?association=lead,deal&"})
    void query_withEmptyPartsOrRepeatedFilters_isTaken(String query) {
        api.get("/tags" + query).expect(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            association%5B%5D=lead                  | association[] | is not a parameter; write association=a,b or association=a&association=b
            page=9007199254740992                   | page          | must be a whole number from 1 to 9007199254740991
            page=99999999999999999999               | page          | must be a whole number from 1 to 9007199254740991
            search=%CC%81                           | search        | must have 1 to 100 characters, a letter or digit among them
            created_after=2026-11-22T08:15:30+01:00 | created_after | must be a time like 2026-11-22T08:15:30.123Z or a date like 2026-11-22; write + as %2B
            """)
    void parameter_thatIsWrong_isToldTheRightForm(String query, String name, String message) {
        assertThat(api.get("/tags?" + query).expectFaults(name).fault(name)).isEqualTo(message);
    }

    @Test
    void query_thatIsNotUtf8_isRefused() {
        api.get("/tags?search=caf%E9").expectError(400, "invalid_request");
    }

    @OwnCompany
    @Test
    void customFields_areFilteredByValue() {
        field("amount", "number");
        field("city", "text");
        Partners.create(api, custom("{'amount':4711.50,'city':'Köln, Süd'}").put("name", "A"));
        Partners.create(
                api,
                custom("{'amount':12345678901234567890123456789012345678,'city':'Koln'}")
                        .put("name", "B"));

        Partners.expect(api, "custom_fields[amount]=4711.50", "A");
        Partners.expect(api, "custom_fields[amount]=4.7115e3", "A");
        Partners.expect(api, "custom_fields[amount]=12345678901234567890123456789012345678", "B");
        Partners.expect(api, "custom_fields[city]=Koln", "B");
        Partners.expect(api, "custom_fields[city]=" + encoded("Köln\\, Süd"), "A");
        Partners.expect(api, "custom_fields[city]=koln");
        Partners.expect(api, "custom_fields[city]=Koln&custom_fields[city]=" + encoded("Köln\\, Süd"), "B", "A");
        api.get("/partners?custom_fields%5Bamount%5D=abc").expectFaults("custom_fields[amount]");
        api.post("/partners", custom("{'amount':123456789012345678901234567890123456789}"))
                .expectFaults("custom_fields.amount");
    }

    @OwnCompany
    @Test
    void filter_countsCaseAndAccents() {
        Partners.create(api, partner("A").put("country_code", "DE"));

        Partners.expect(api, "country_code=DE", "A");
        Partners.expect(api, "country_code=de");
    }

    private void field(String key, String type) {
        CustomFields.create(api, CustomFields.field(key).put("key", key).put("type", type));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
