package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A record of another company does not exist for a key ({@code docs/api.md}, "Tenancy"), for every resource. */
@ForEveryResource
@SharedCompany
final class TenancyConventionsTest {
    private final Api owner = Target.company().api();
    private final Api other = Target.otherCompany().api();
    private final Sample sample;
    private final ObjectNode written;
    private final JsonNode theirs;
    private final String path;

    TenancyConventionsTest(Sample sample) {
        this.sample = sample;
        written = sample.complete();
        theirs = sample.create(owner, written);
        path = sample.path(theirs);
    }

    @Test
    void record_ofAnotherCompany_isNotFoundByAnyVerb() {
        other.get(path).expectError(404, "not_found");
        other.head(path).expect(404);
        other.patch(path, sample.change()).expectError(404, "not_found");
        other.delete(path).expectError(404, "not_found");

        assertThat(owner.get(path).expect(200).json()).isEqualTo(theirs);
    }

    @Test
    void record_ofAnotherCompany_isNotToldFromOneThatIsNot() {
        var unknown = sample.unknown();
        for (var tag : List.of("\"1\"", "\"9\"", "*")) {
            var matching = other.with("If-Match", tag);
            var unless = other.with("If-None-Match", tag);
            expectSame(matching.patch(path, sample.change()), matching.patch(unknown, sample.change()));
            expectSame(matching.delete(path), matching.delete(unknown));
            expectSame(unless.get(path), unless.get(unknown));
        }
        var faulty = Tags.empty().put(sample.title(), 5);
        expectSame(other.patch(path, faulty), other.patch(unknown, faulty));
        expectSame(other.patch(path, "no JSON"), other.patch(unknown, "no JSON"));
        expectSame(other.get(path + "?nonsense=1"), other.get(unknown + "?nonsense=1"));
    }

    @Test
    void record_ofAnotherCompany_takesNoLabelAndNoIdempotencyKey() {
        var once = "the same for both";

        var mine = other.with("Idempotency-Key", once)
                .post(sample.path(), Related.in(other, written))
                .expect(201);
        var again = owner.with("Idempotency-Key", once)
                .post(sample.path(), Related.in(owner, sample.minimal()))
                .expect(201);

        assertThat(mine.hasHeader("Idempotency-Replayed")).isFalse();
        assertThat(again.hasHeader("Idempotency-Replayed")).isFalse();
        assertThat(mine.json().path("uuid")).isNotEqualTo(theirs.path("uuid"));
        other.patch(sample.path(mine.json()), sample.change()).expect(200);
        other.delete(sample.path(mine.json())).expect(204);
        assertThat(owner.get(path).json()).isEqualTo(theirs);
        if (written.has("external_ids") || Samples.uniquelyTitled().anyMatch(sample::equals)) {
            owner.post(sample.path(), Related.in(owner, written)).expectError(409, "conflict");
        }
    }

    @OwnCompany
    @Test
    void lists_ofTwoCompanies_neverMeet() {
        Related.in(other, written);
        var before = Lists.count(other, sample.path());
        expectAlone(owner, theirs);
        for (var query : queries(theirs)) {
            Lists.expectTexts(other, sample.path() + query, sample.title());
        }

        var mine = sample.create(other, written);

        expectAlone(other, mine);
        expectAlone(owner, theirs);
        assertThat(Lists.count(other, sample.path())).isEqualTo(before + 1);
    }

    private void expectAlone(Api api, JsonNode record) {
        for (var query : queries(record)) {
            Lists.expectTexts(api, sample.path() + query, sample.title(), sample.title(record));
            assertThat(api.get(sample.path() + query).json().path("data")).containsExactly(record);
        }
    }

    @Test
    void unfilteredLists_ofTwoCompanies_neverMeet() {
        var mine = sample.create(other, written);

        for (var query : List.of(
                "?pageSize=50", "?pageSize=50&sort=-" + sample.title(), "?pageSize=50&created_after=2000-01-01")) {
            Lists.awaitCount(other, sample.path() + query, Lists.count(other, sample.path()));
            assertThat(other.get(sample.path() + query).json().path("data"))
                    .contains(mine)
                    .doesNotContain(theirs);
            assertThat(owner.get(sample.path() + query).json().path("data"))
                    .contains(theirs)
                    .doesNotContain(mine);
        }
    }

    /** Queries that find the record and no default record of a company; one of them sorts. */
    private List<String> queries(JsonNode record) {
        var queries = sample.queriesFor(record);
        var sorted = "sort=-" + sample.title() + "&" + queries.getFirst();
        return Stream.concat(queries.stream(), Stream.of(sorted))
                .map(query -> "?" + query)
                .toList();
    }

    private static void expectSame(Reply one, Reply another) {
        assertThat(one.status()).isEqualTo(another.status());
        assertThat(one.errorWithoutRequest()).isEqualTo(another.errorWithoutRequest());
        assertThat(one.headers().map().keySet())
                .isEqualTo(another.headers().map().keySet());
    }
}
