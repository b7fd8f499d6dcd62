package waggle.acceptance.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.AtOnce;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Related;
import waggle.acceptance.samples.Sample;

/** Lists ({@code docs/api.md}, "Lists"), for every resource. */
@ForEveryResource
@SharedCompany
final class ListConventionsTest {
    /** Filters by fields that only calculations write. */
    private static final Set<String> OF_CALCULATED = Set.of("rule_uuid");

    private static final List<String> OF_EVERY_LIST = List.of(
            ("uuid page pageSize created_after created_before" + " updated_after updated_before search sort expand")
                    .split(" "));

    private final Api api = Target.api();
    private final Sample sample;
    private final String path;
    private final int before;

    ListConventionsTest(Sample sample) {
        this.sample = sample;
        path = sample.path();
        Related.in(api, sample.complete());
        Related.in(api, sample.minimal());
        before = Lists.count(api, path);
    }

    @Test
    void list_hasDataAndMeta_andRecordsAsASingleReadShowsThem() {
        var created = sample.create(api, sample.complete());

        var list = api.get(path + "?pageSize=50").expect(200).json();

        assertThat(list.fieldNames()).toIterable().containsExactly("data", "meta");
        assertThat(list.path("meta"))
                .hasToString(
                        "{\"record-count\":%d,\"page-count\":1,\"page\":1,\"page-size\":50}".formatted(before + 1));
        assertThat(list.path("data"))
                .hasSize(before + 1)
                .contains(api.get(sample.path(created)).json());
    }

    @Test
    void list_showsEveryWriteAtOnce_andInItsOrder() {
        var first = sample.create(api);
        var second = sample.create(api);
        assertThat(newest(2)).isEqualTo(inOrder(List.of(first, second)));

        var patched =
                api.patch(sample.path(first), sample.renaming()).expect(200).json();
        assertThat(newest(2)).isEqualTo(inOrder(List.of(patched, second)));

        api.delete(sample.path(second)).expect(204);
        assertThat(newest(1)).containsExactly(patched);
        assertThat(Lists.count(api, path)).isEqualTo(before + 1);
    }

    @Test
    void list_hasNothingThatWritesLeaveBeside() {
        var created = api.with("Idempotency-Key", "first")
                .post(path, Related.in(api, sample.complete()))
                .expect(201)
                .json();
        api.with("Idempotency-Key", "second")
                .patch(sample.path(created), sample.change())
                .expect(200);
        api.with("Idempotency-Key", "third").delete(sample.path(created)).expect(204);
        api.post(path, "{}").expect(400);

        assertThat(Lists.count(api, path)).isEqualTo(before);
        assertThat(api.get(path + "?pageSize=50").json().path("data")).hasSize(before);
        assertThat(api.get(path + "?created_after=2000-01-01&pageSize=50")
                        .json()
                        .path("data"))
                .hasSize(before);
    }

    @Test
    void pages_together_areAllRecordsOnce() {
        var created = create(7);

        var pages = pages("?pageSize=3&page=", before + 7, 3);

        assertThat(pages).hasSize(before + 7).doesNotHaveDuplicates().containsAll(created);
        assertThat(pages.stream().filter(created::contains)).containsExactlyElementsOf(inOrder(created));
        assertThat(pages).isEqualTo(newest(before + 7));
    }

    @Test
    void creates_atOnce_areAllCounted() {
        var created = AtOnce.times(5, i -> sample.create(api));

        assertThat(newest(5)).containsExactlyInAnyOrderElementsOf(created);
        assertThat(Lists.count(api, path)).isEqualTo(before + 5);
    }

    @Test
    void page_pastTheEnd_isEmptyAndCounted() {
        sample.create(api);

        var list = api.get(path + "?page=2&pageSize=50").expect(200).json();

        assertThat(list.path("data").isArray()).isTrue();
        assertThat(list.path("data")).isEmpty();
        assertThat(Lists.count(list)).isEqualTo(before + 1);
    }

    @OwnCompany
    @Test
    void filters_leaveOutWhatDoesNotFit() {
        sample.create(api);
        var complete = sample.create(api, sample.complete());

        for (var query : sample.queriesFor(complete)) {
            expectTitles("?" + query, sample.title(complete));
        }
        expectTitles("?" + String.join("&", parameters(complete)), sample.title(complete));
    }

    @OwnCompany
    @Test
    void filters_andPages_countWhatFits() {
        sample.create(api);
        var fitting = IntStream.range(0, 5)
                .mapToObj(i -> sample.create(api, sample.complete()))
                .toList();
        var query = "?" + sample.queriesFor(fitting.getFirst()).getFirst();

        expectTitles(query, inOrder(fitting).stream().map(sample::title).toArray(String[]::new));
        var pages = pages(query + "&pageSize=2&page=", 5, 2);

        assertThat(pages).isEqualTo(inOrder(fitting));
    }

    @Test
    void filters_ofTimes_areOnEveryList() {
        var created = sample.create(api);
        var all = sample.titles(api.get(path + "?pageSize=50").json()).toArray(String[]::new);

        for (var time : List.of("created", "updated")) {
            expectTitles("?pageSize=50&" + time + "_after=2000-01-01", all);
            expectTitles("?pageSize=50&" + time + "_before=2100-01-01", all);
            expectTitles("?" + time + "_after=2100-01-01");
            expectTitles("?" + time + "_before=2000-01-01");
        }
        assertThat(all).contains(sample.title(created));
    }

    @Test
    void parameter_thatIsUnknown_isRefusedAndTheKnownOnesAreNamed() {
        var refused = api.get(path + "?nonsense=1&page=0").expectFaults("nonsense", "page");

        assertThat(refused.fault("page")).isEqualTo("must be a whole number from 1 to 9007199254740991");
        assertThat(refused.fault("nonsense")).startsWith("is not a parameter; known here are page, pageSize, ");
        assertThat(known(refused.fault("nonsense"))).containsAll(OF_EVERY_LIST.subList(0, 6));
    }

    /** {@code Samples} use every filter. */
    @Test
    void filters_thatThereAre_areAllTested() {
        var known = known(api.get(path + "?nonsense=1").expectFaults("nonsense").fault("nonsense"));

        assertThat(parameters(sample.complete()).stream()
                        .map(parameter -> parameter.split("=", 2)[0]))
                .containsAll(known.stream()
                        .filter(name -> !OF_EVERY_LIST.contains(name) || name.equals("search"))
                        .filter(name -> !OF_CALCULATED.contains(name))
                        .toList());
    }

    @Test
    void sort_byTitle_isTheOneOrderOfAll() {
        var created = create(3).stream().map(sample::title).sorted().toList();
        Lists.awaitCount(api, path + "?sort=" + sample.title(), before + 3);

        var ascending = sample.titles(
                api.get(path + "?pageSize=50&sort=" + sample.title()).json());

        assertThat(ascending).hasSize(before + 3).containsSubsequence(created);
        assertThat(ascending.stream().map(title -> title.toLowerCase(Locale.ROOT)))
                .isSorted();
    }

    /** Every parameter once, with a value that the complete sample satisfies. */
    private List<String> parameters(JsonNode complete) {
        return sample.queriesFor(complete).stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .distinct()
                .toList();
    }

    private void expectTitles(String query, String... titles) {
        Lists.expectTexts(api, path + query, sample.title(), titles);
    }

    private static List<String> known(String fault) {
        return List.of(fault.split(" are ", 2)[1].split(", "));
    }

    private List<JsonNode> create(int count) {
        return IntStream.range(0, count).mapToObj(i -> sample.create(api)).toList();
    }

    /** The newest records of an unfiltered list. */
    private List<JsonNode> newest(int count) {
        var all = Lists.data(api.get(path + "?pageSize=50").expect(200).json());
        return sample.isPositioned() ? all.subList(all.size() - count, all.size()) : all.subList(0, count);
    }

    /** Records in list order instead of creation order. */
    private List<JsonNode> inOrder(List<JsonNode> created) {
        return sample.isPositioned() ? created : created.reversed();
    }

    private List<JsonNode> pages(String query, int records, int size) {
        var count = (records + size - 1) / size;
        return IntStream.rangeClosed(1, count)
                .mapToObj(page -> {
                    var list = api.get(path + query + page).expect(200).json();
                    assertThat(list.path("meta"))
                            .hasToString("{\"record-count\":%d,\"page-count\":%d,\"page\":%d,\"page-size\":%d}"
                                    .formatted(records, count, page, size));
                    return list;
                })
                .flatMap(list -> Lists.data(list).stream())
                .toList();
    }
}
