package waggle.acceptance.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Partners;
import waggle.acceptance.samples.Tags;

/** Filters ({@code docs/api.md}, "Lists"): {@code a,b} means either, two filters mean both, faults are named. */
@SharedCompany
final class ListFiltersTest {
    private final Api api = Target.api();

    @OwnCompany
    @Test
    void tags_areFilteredByAssociationPartnerTypeAndSearch() {
        tag("Gold", "partner", "reseller");
        tag("Hot", "lead", "reseller");
        tag("Cold", "lead", "referral");
        api.post("/tags", Tags.minimal("Plain").put("association", "deal")).expect(201);

        Lists.expectLabels(api, "/tags?association=lead", "Cold", "Hot");
        Lists.expectLabels(api, "/tags?association=deal,partner", "Plain", "Gold");
        Lists.expectLabels(api, "/tags?association=lead,lead", "Cold", "Hot");
        Lists.expectLabels(api, "/tags?association=contact");
        Lists.expectLabels(api, "/tags?partner_type=reseller,referral", "Cold", "Hot", "Gold");
        Lists.expectLabels(api, "/tags?partner_type=distributor");
        Lists.expectLabels(api, "/tags?association=lead&partner_type=reseller", "Hot");
        Lists.expectLabels(api, "/tags?association=lead,partner&partner_type=reseller&search=o", "Hot", "Gold");
        Lists.expectLabels(
                api, "/tags?association=lead,partner&partner_type=reseller&search=o&sort=label", "Gold", "Hot");
    }

    @OwnCompany
    @ParameterizedTest
    @CsvSource({"/categories", "/tiers"})
    void categoriesAndTiers_areFilteredByPartnerType(String path) {
        for (var type : List.of("referral", "reseller", "distributor")) {
            api.post(path, Tags.empty().put("label", type).put("partner_type", type))
                    .expect(201);
        }
        api.post(path, "{\"label\":\"any\"}").expect(201);

        Lists.expectLabels(api, path + "?partner_type=reseller", "reseller");
        Lists.expectLabels(api, path + "?sort=label&partner_type=reseller,referral", "referral", "reseller");
        Lists.expectLabels(api, path + "?sort=label&search=re", "referral", "reseller");
        Lists.expectLabels(api, path + "?search=re&partner_type=distributor,referral", "referral");
    }

    @OwnCompany
    @Test
    void none_findsRecordsWithoutAnOptionalReference() {
        var stage =
                api.get("/stages?kind=partner&pageSize=1").json().path("data").path(0);
        for (var name : List.of("With", "Without", "Neither")) {
            Partners.create(
                    api,
                    name.equals("With")
                            ? Partners.partner(name).set("stage_uuid", stage.path("uuid"))
                            : Partners.partner(name));
        }
        var uuid = stage.path("uuid").asText();

        assertThat(names("/partners?stage_uuid=none")).containsExactly("Neither", "Without");
        assertThat(names("/partners?stage_uuid=none&search=neither")).containsExactly("Neither");
        assertThat(names("/partners?stage_uuid=" + uuid + ",none&sort=name"))
                .containsExactly("Neither", "With", "Without");
        assertThat(names("/partners?stage_uuid=" + uuid)).containsExactly("With");
        assertThat(names("/partners?stage_uuid=none&tag_uuid=none&tier_uuid=none&pageSize=1"))
                .containsExactly("Neither");
        assertThat(api.get("/partners?stage_uuid=none&pageSize=1")
                        .json()
                        .path("meta")
                        .path("record-count")
                        .asInt())
                .isEqualTo(2);
        assertThat(api.get("/partners?stage_uuid=nothing")
                        .expectFaults("stage_uuid")
                        .fault("stage_uuid"))
                .isEqualTo("must be a uuid, or several, or none for records without one");
        assertThat(api.get("/contacts?partner_uuid=none")
                        .expectFaults("partner_uuid")
                        .fault("partner_uuid"))
                .isEqualTo("must be a uuid, or several");
    }

    private List<String> names(String path) {
        return api.get(path)
                .expect(200)
                .json()
                .path("data")
                .valueStream()
                .map(partner -> partner.path("name").asText())
                .toList();
    }

    @OwnCompany
    @Test
    void filter_followsTheRecord() {
        var tag = api.post("/tags", Tags.minimal("Gold")).expect(201).json();
        Lists.expectLabels(api, "/tags?association=partner", "Gold");

        api.patch(Tags.path(tag), "{\"association\":\"deal\",\"partner_type\":\"reseller\"}")
                .expect(200);
        Lists.expectLabels(api, "/tags?association=partner");
        Lists.expectLabels(api, "/tags?association=deal&partner_type=reseller", "Gold");

        api.patch(Tags.path(tag), "{\"partner_type\":null}").expect(200);
        Lists.expectLabels(api, "/tags?partner_type=reseller");

        api.delete(Tags.path(tag)).expect(204);
        Lists.expectLabels(api, "/tags?association=deal");
    }

    @OwnCompany
    @Test
    void filtered_pagesCountWhatFits() {
        for (var i = 1; i <= 5; i++) {
            tag("Tag " + i, i % 2 == 0 ? "lead" : "deal", "reseller");
        }
        Lists.awaitCount(api, "/tags?association=deal", 3);

        var second =
                api.get("/tags?association=deal&pageSize=2&page=2").expect(200).json();
        var third =
                api.get("/tags?association=deal&pageSize=2&page=3").expect(200).json();

        assertThat(Lists.labels(second)).containsExactly("Tag 1");
        assertThat(second.path("meta")).hasToString("{\"record-count\":3,\"page-count\":2,\"page\":2,\"page-size\":2}");
        assertThat(third.path("data")).isEmpty();
        assertThat(third.at("/meta/record-count").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /stages        | kind         | partner, deal, payment
        /stages        | phase        | discovery, evaluation, active, inactive, negotiation, closed_won, closed_lost, pending, processing, completed, failed
        /stages        | partner_type | referral, reseller, distributor
        /tags          | association  | partner, lead, deal, contact
        /tags          | partner_type | referral, reseller, distributor
        /categories    | partner_type | referral, reseller, distributor
        /tiers         | partner_type | referral, reseller, distributor
        /custom-fields | entity       | partner, lead, deal, contact
        /custom-fields | type         | text, textarea, number, date, boolean, select, multi_select
        /custom-fields | partner_type | referral, reseller, distributor
        """)
    void filter_byWhatThereIsNot_isRefusedAndTheValuesAreNamed(String path, String filter, String values) {
        var first = values.split(", ", -1)[0];
        for (var value : List.of(
                "",
                "nonsense",
                first.toUpperCase(Locale.ROOT),
                first + ",",
                "," + first,
                first + ",nonsense",
                first + ",%20" + first,
                "null")) {
            var refused = api.get(path + "?" + filter + "=" + value).expectFaults(filter);

            assertThat(refused.fault(filter)).as(value).isEqualTo("must be one or some of " + values);
        }
        for (var value : values.split(", ", -1)) {
            api.get(path + "?" + filter + "=" + value + "&" + filter + "=" + first)
                    .expect(200);
        }
    }

    @Test
    void parameters_withManyFaults_areAllNamed() {
        api.get(
                        "/tags?association=x&partner_type=&search=&sort=x&created_after=x&updated_before=&page=0&pageSize=51&label=")
                .expectFaults(
                        "association",
                        "partner_type",
                        "search",
                        "sort",
                        "created_after",
                        "updated_before",
                        "page",
                        "pageSize",
                        "label");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /stages        | page, pageSize, kind, phase, partner_type, sort
        /tags          | page, pageSize, association, partner_type, search, sort
        /categories    | page, pageSize, partner_type, search, sort
        /tiers         | page, pageSize, partner_type, search, sort
        /custom-fields | page, pageSize, entity, type, partner_type, sort
        """)
    void parameter_thatIsUnknown_isToldWhichAreKnown(String path, String known) {
        var refused = api.get(path + "?nonsense=1").expectFaults("nonsense");

        assertThat(refused.fault("nonsense"))
                .isEqualTo("is not a parameter; known here are " + known
                        + ", created_after, created_before, updated_after, updated_before, uuid");
    }

    private void tag(String label, String association, String partnerType) {
        api.post("/tags", Tags.minimal(label).put("association", association).put("partner_type", partnerType))
                .expect(201);
    }
}
