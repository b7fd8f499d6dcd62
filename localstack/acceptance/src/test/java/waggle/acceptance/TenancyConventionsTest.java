package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Another company's record is not there (contract §1, "Tenancy"), of every resource. */
@ForEveryResource
final class TenancyConventionsTest {
    private final Api owner = Target.tenant().api();
    private final Api other = Target.tenant().api();
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
        expectSame(other.patch(path, "{\"label\":5}"), other.patch(unknown, "{\"label\":5}"));
        expectSame(other.patch(path, "no JSON"), other.patch(unknown, "no JSON"));
        expectSame(other.get(path + "?nonsense=1"), other.get(unknown + "?nonsense=1"));
    }

    @Test
    void record_ofAnotherCompany_takesNoLabelAndNoIdempotencyKey() {
        var once = "the same for both";

        var mine =
                other.with("Idempotency-Key", once).post(sample.path(), written).expect(201);
        var again = owner.with("Idempotency-Key", once)
                .post(sample.path(), sample.minimal())
                .expect(201);

        assertThat(mine.hasHeader("Idempotency-Replayed")).isFalse();
        assertThat(again.hasHeader("Idempotency-Replayed")).isFalse();
        assertThat(mine.json().path("uuid")).isNotEqualTo(theirs.path("uuid"));
        other.patch(sample.path(mine.json()), sample.change()).expect(200);
        other.delete(sample.path(mine.json())).expect(204);
        assertThat(owner.get(path).json()).isEqualTo(theirs);
        owner.post(sample.path(), written).expectError(409, "conflict");
    }

    @Test
    void lists_ofTwoCompanies_neverMeet() {
        var before = Lists.count(other, sample.path());
        for (var query : queries()) {
            Lists.expectLabels(owner, sample.path() + query, title(theirs));
            Lists.expectLabels(other, sample.path() + query);
        }

        var mine = sample.create(other, written);

        for (var query : queries()) {
            Lists.expectLabels(other, sample.path() + query, title(mine));
            assertThat(other.get(sample.path() + query).json().path("data")).containsExactly(mine);
            assertThat(owner.get(sample.path() + query).json().path("data")).containsExactly(theirs);
        }
        assertThat(Lists.count(other, sample.path())).isEqualTo(before + 1);
    }

    @Test
    void unfilteredLists_ofTwoCompanies_neverMeet() {
        var mine = sample.create(other, written);

        for (var query : List.of("?pageSize=50", "?pageSize=50&sort=-label", "?pageSize=50&created_after=2000-01-01")) {
            Lists.awaitCount(other, sample.path() + query, Lists.count(other, sample.path()));
            assertThat(other.get(sample.path() + query).json().path("data"))
                    .contains(mine)
                    .doesNotContain(theirs);
            assertThat(owner.get(sample.path() + query).json().path("data"))
                    .contains(theirs)
                    .doesNotContain(mine);
        }
    }

    /** Each finds the sample, and nothing that a company begins with; in each order. */
    private List<String> queries() {
        return sample.queries().stream()
                .flatMap(query -> Stream.of("?" + query, "?sort=-label&" + query))
                .toList();
    }

    private String title(JsonNode entity) {
        return entity.path(sample.title()).asText();
    }

    private static void expectSame(Reply one, Reply another) {
        assertThat(one.status()).isEqualTo(another.status());
        assertThat(one.errorWithoutRequest()).isEqualTo(another.errorWithoutRequest());
        assertThat(one.headers().map().keySet())
                .isEqualTo(another.headers().map().keySet());
    }
}
