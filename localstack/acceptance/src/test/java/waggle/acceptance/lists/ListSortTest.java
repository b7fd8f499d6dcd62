package waggle.acceptance.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Tags;

/** {@code sort} ({@code docs/api.md}, "Lists"), on tiers, which have every kind of sortable field. */
@SharedCompany
final class ListSortTest {
    private final Api api = Target.api();

    /** Creates the tiers once, in an order that no sorting produces. */
    private void create() {
        if (Lists.count(api, "/tiers") > 0) {
            return;
        }
        post(tier("Bronze", 3));
        var gold = post(tier("Gold", 1));
        post(tier("Élan", 2));
        post(tier("silver", 2));
        api.patch("/tiers/" + gold, "{\"text_color\":\"#123456\"}").expect(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    label              | Bronze, Élan, Gold, silver
                    -label             | silver, Gold, Élan, Bronze
                    series             | Gold, Élan, silver, Bronze
                    -series            | Bronze, Élan, silver, Gold
                    created_at         | Bronze, Gold, Élan, silver
                    -created_at        | silver, Élan, Gold, Bronze
                    updated_at         | Bronze, Élan, silver, Gold
                    -updated_at        | Gold, silver, Élan, Bronze
                    series,-label      | Gold, silver, Élan, Bronze
                    -series,label      | Bronze, Élan, silver, Gold
                    series,-created_at | Gold, silver, Élan, Bronze
                    """)
    void sort_byEachField_isThatOrder(String sort, String labels) {
        create();

        Lists.expectLabels(api, "/tiers?sort=" + sort, labels.split(", "));
    }

    @Test
    void sort_isAcrossPages_andCountsAll() {
        create();
        Lists.awaitCount(api, "/tiers?sort=label", 4);

        var first = api.get("/tiers?sort=label&pageSize=3").expect(200).json();
        var second = api.get("/tiers?sort=label&pageSize=3&page=2").expect(200).json();
        var third = api.get("/tiers?sort=label&pageSize=3&page=3").expect(200).json();

        assertThat(Lists.labels(first)).containsExactly("Bronze", "Élan", "Gold");
        assertThat(Lists.labels(second)).containsExactly("silver");
        assertThat(third.path("data")).isEmpty();
        assertThat(List.of(first, second, third))
                .extracting(list -> list.at("/meta/record-count").asInt())
                .containsOnly(4);
        assertThat(third.at("/meta/page-count").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=",
                "sort",
                "sort=-",
                "sort=nonsense",
                "sort=uuid",
                "sort=partner_type",
                "sort=Label",
                "sort=--label",
                "sort=%2Blabel",
                "sort=label,",
                "sort=,label",
                "sort=label,,series",
                "sort=label,%20series",
                "sort=label,label",
                "sort=label,-label",
                "sort=label&sort=label",
                "sort=label;series"
            })
    void sort_thatIsNoListOfFields_isRefusedAndTheFieldsAreNamed(String query) {
        assertThat(api.get("/tiers?" + query).expectFaults("sort").fault("sort"))
                .isEqualTo("must be a list of label, series, created_at, updated_at, each once, with - for descending");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags", "/categories", "/custom-fields"})
    void sort_ofWhatHasNoSeries_doesNotOfferIt(String path) {
        assertThat(api.get(path + "?sort=series").expectFaults("sort").fault("sort"))
                .isEqualTo("must be a list of label, created_at, updated_at, each once, with - for descending");
    }

    private static ObjectNode tier(String label, int series) {
        return Tags.empty().put("label", label).put("series", series);
    }

    private String post(ObjectNode tier) {
        return api.post("/tiers", tier).expect(201).json().path("uuid").asText();
    }
}
