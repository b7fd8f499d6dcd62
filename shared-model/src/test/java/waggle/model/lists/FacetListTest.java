package waggle.model.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.Actor;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Sample;
import waggle.model.SampleTags;
import waggle.model.paging.Page;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.tags.Tag;

class FacetListTest {
    private final LocalStore<Sample> samples = samples(Clock.systemUTC());
    private final Actor actor = LocalTable.someone();

    @Test
    void list_byAnElementOfAListField_hasExactCounts() {
        var tags = samples.of(Tag.RESOURCE);
        var gold = tags.create(actor, SampleTags.GOLD).uuid();
        var silver = tags.create(actor, SampleTags.labelled("Silver")).uuid();
        var both = create(Sample.tagged(gold, silver));
        var one = create(Sample.tagged(silver));
        create(Sample.tagged());

        assertThat(found(new Condition.AnyOf("tag_uuids", Set.of(silver.toString()))))
                .containsExactly(one, both);
        assertThat(found(new Condition.AnyOf("tag_uuids", Set.of(gold.toString()))))
                .containsExactly(both);
        assertThat(found(new Condition.AnyOf("tag_uuids", Set.of(gold.toString(), silver.toString()))))
                .containsExactly(one, both);
        assertThat(found(
                        new Condition.AnyOf("tag_uuids", Set.of(gold.toString())),
                        new Condition.AnyOf("tag_uuids", Set.of(silver.toString()))))
                .containsExactly(both);
    }

    @ParameterizedTest
    @CsvSource({
        "gold, true",
        "old ier, true",
        "tier gold, true",
        "goldtier, false",
        "silver, false",
        "gold silver, false",
    })
    void search_severalWords_findsRecordsWithAllOfThem(String words, boolean found) {
        var sample = create(Sample.ranked("Gold Tier", null));

        assertThat(found(search(List.of(words.split(" ")))).contains(sample)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZÜRICH", "zürich", "zurich", "Zu\u0308rich"})
    void search_caseAndAccents_doNotMatter(String word) {
        var sample = create(Sample.ranked("Zürich", null));

        assertThat(found(search(List.of(FoldedText.of(word))))).containsExactly(sample);
    }

    @Test
    void sort_numbersAndTexts_absentLastNewestFirstAmongEquals() {
        var b2 = create(Sample.ranked("b", 2));
        var a10 = create(Sample.ranked("Á", 10));
        var c = create(Sample.ranked("c", null));
        var a2 = create(Sample.ranked("a", 2));

        assertThat(sorted(new Sorting("rank", false))).containsExactly(a2, b2, a10, c);
        assertThat(sorted(new Sorting("rank", true))).containsExactly(a10, a2, b2, c);
        assertThat(sorted(new Sorting("label", false))).containsExactly(a2, a10, b2, c);
        assertThat(sorted(new Sorting("label", true), new Sorting("rank", true)))
                .containsExactly(c, b2, a10, a2);
        assertThat(sorted(new Sorting("created_at", false))).hasSize(4).containsExactlyInAnyOrder(b2, a10, c, a2);
    }

    @Test
    void page_ofSorted_isCutFromTheWhole() {
        var ranks = IntStream.range(0, 23)
                .mapToObj(i -> create(Sample.ranked("Sample", i * 7 % 23)))
                .toList();

        var page = samples.list(
                actor,
                new ListRequest(
                        new PageRequest(2, 10), TimeSpan.ALWAYS, List.of(), List.of(new Sorting("rank", false))));

        assertThat(page.meta()).isEqualTo(new Page.Meta(23, 3, 2, 10));
        assertThat(page.data())
                .extracting(sample -> sample.value().rank())
                .containsExactlyElementsOf(IntStream.range(10, 20).boxed().toList());
        assertThat(ranks).hasSize(23);
    }

    @Test
    void times_areExclusive() {
        var first = Instant.parse("2026-11-22T08:00:00.000Z");
        var early = samples(Clock.fixed(first, ZoneOffset.UTC))
                .create(actor, Sample.tagged())
                .uuid();
        var late = samples(Clock.fixed(first.plusMillis(2), ZoneOffset.UTC))
                .create(actor, Sample.tagged())
                .uuid();

        assertThat(made(new TimeSpan(first, null))).containsExactly(late);
        assertThat(made(new TimeSpan(first.minusMillis(1), null))).containsExactly(late, early);
        assertThat(made(new TimeSpan(null, first.plusMillis(2)))).containsExactly(early);
        assertThat(made(new TimeSpan(first, first.plusMillis(1)))).isEmpty();
        assertThat(made(new TimeSpan(first, first))).isEmpty();
        assertThat(found(new Condition.Updated(new TimeSpan(first, null)))).containsExactly(late);
        assertThat(found(new Condition.Updated(new TimeSpan(null, first.plusMillis(1)))))
                .containsExactly(early);
    }

    @Test
    void facets_afterAChange_areThoseOfTheNewValue() {
        var sample = create(Sample.ranked("Gold", 1));

        samples.change(actor, sample, Precondition.NONE, value -> Sample.ranked("Silver", null));

        assertThat(found(search(List.of("gold")))).isEmpty();
        assertThat(found(search(List.of("silver")))).containsExactly(sample);
    }

    @Test
    void list_ofAnotherCompany_isEmpty() {
        create(Sample.ranked("Gold", 1));

        var page = samples.list(LocalTable.someone(), request(List.of(search(List.of("gold"))), List.of()));

        assertThat(page.data()).isEmpty();
        assertThat(page.meta().recordCount()).isZero();
    }

    private static Condition search(List<String> words) {
        return new Condition.Search(Sample.RESOURCE.listing().searched(), words);
    }

    private UUID create(Sample sample) {
        return samples.create(actor, sample).uuid();
    }

    private List<UUID> found(Condition... conditions) {
        return uuids(request(Arrays.asList(conditions), List.of()));
    }

    private List<UUID> sorted(Sorting... order) {
        return uuids(request(List.of(), Arrays.asList(order)));
    }

    private List<UUID> made(TimeSpan created) {
        return uuids(new ListRequest(new PageRequest(1, 50), created, List.of(), List.of()));
    }

    private List<UUID> uuids(ListRequest request) {
        var page = samples.list(actor, request);
        assertThat(page.meta().recordCount()).isEqualTo(page.data().size());
        return page.data().stream().map(Entity::uuid).toList();
    }

    private static ListRequest request(List<Condition> conditions, List<Sorting> order) {
        return new ListRequest(new PageRequest(1, 50), TimeSpan.ALWAYS, conditions, order);
    }

    private static LocalStore<Sample> samples(Clock clock) {
        return new LocalStore<>(LocalTable.shared(), Sample.RESOURCE, clock);
    }
}
