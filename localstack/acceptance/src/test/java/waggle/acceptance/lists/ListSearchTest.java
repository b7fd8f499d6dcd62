package waggle.acceptance.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Tags;

/** {@code search} ignores case and accents, and every word must occur ({@code docs/api.md}, "Lists"). */
@ParameterizedClass
@ValueSource(strings = {"/tags", "/categories", "/tiers"})
@SharedCompany
final class ListSearchTest {
    private final Api api = Target.api();
    private final String path;

    ListSearchTest(String path) {
        this.path = path;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Élan Größe",
                "élan",
                "ELAN",
                "e\u0301lan",
                "grosse",
                "GRÖSSE",
                "grö",
                "lan",
                "größe élan",
                "  élan \t größe ",
                "\u2003elan\u00a0",
                "elan elan",
                "n g"
            })
    void search_findsWhatHasEveryWord(String search) {
        createOnce();

        expect(search, "Élan Größe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gold elan", "elangrosse", "nGr", "elan-grosse", "elan%", "_lan", "el\u0000an"})
    void search_findsNothing_whereAWordIsMissing(String search) {
        createOnce();

        expect(search);
    }

    @OwnCompany
    @Test
    void search_knowsEachPartOfAWord_andEveryRecordOnce() {
        create("Gold, premium");
        create("Goldener Rand");
        create("Marigold");

        assertThat(Lists.labels(
                        api.get(path + "?sort=label&search=gold").expect(200).json()))
                .containsExactly("Gold, premium", "Goldener Rand", "Marigold");
        expect("gold premium", "Gold, premium");
        expect("\"gold\"");
    }

    @OwnCompany
    @Test
    void search_followsTheRecord() {
        var record = create("Gold");
        expect("gold", "Gold");

        api.patch(path + "/" + record.path("uuid").asText(), "{\"label\":\"Silver\"}")
                .expect(200);
        expect("gold");
        expect("silver", "Silver");

        api.delete(path + "/" + record.path("uuid").asText()).expect(204);
        expect("silver");
    }

    @OwnCompany
    @Test
    void search_withFilterAndPage_isAllOfThem() {
        for (var label : new String[] {"Gold one", "Gold two", "Gold three", "Silver one"}) {
            api.post(path, minimal(label).put("partner_type", "reseller")).expect(201);
        }
        api.post(path, minimal("Gold four").put("partner_type", "referral")).expect(201);
        var query = path + "?search=gold&partner_type=reseller&sort=-label&pageSize=2";
        Lists.awaitCount(api, query, 3);

        var first = api.get(query).expect(200).json();
        var second = api.get(query + "&page=2").expect(200).json();

        assertThat(Lists.labels(first)).containsExactly("Gold two", "Gold three");
        assertThat(Lists.labels(second)).containsExactly("Gold one");
        assertThat(second.path("meta")).hasToString("{\"record-count\":3,\"page-count\":2,\"page\":2,\"page-size\":2}");
    }

    @OwnCompany
    @Test
    void search_hasBounds() {
        var longest = "x".repeat(100);
        create(longest);

        expect(longest, longest);
        expectRefusal("search=" + longest + "x");
        expectRefusal("search=");
        expectRefusal("search");
        expectRefusal("search=%20%09");
        expectRefusal("search=%E2%80%8B%C2%A0");
        expectRefusal("search=a&search=b");
        expectRefusal("search=*");
        expectRefusal("search=%CC%81");
    }

    private void expectRefusal(String query) {
        assertThat(api.get(path + "?" + query).expectFaults("search").fault("search"))
                .isEqualTo("must have 1 to 100 characters, a letter or digit among them");
    }

    private void expect(String search, String... labels) {
        Lists.expectLabels(api, path + "?search=" + URLEncoder.encode(search, StandardCharsets.UTF_8), labels);
    }

    private void createOnce() {
        if (Lists.count(api, path) == 0) {
            create("Élan Größe");
            create("Silver");
        }
    }

    private JsonNode create(String label) {
        return api.post(path, minimal(label)).expect(201).json();
    }

    private ObjectNode minimal(String label) {
        return path.equals("/tags") ? Tags.minimal(label) : Tags.empty().put("label", label);
    }
}
