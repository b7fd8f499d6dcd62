package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another company's record is not there. */
final class TenancyTest {
    private static final String UNKNOWN = "/tags/01900000-0000-7000-8000-000000000000";

    private final Api owner = Target.tenant().api();
    private final Api other = Target.tenant().api();
    private final JsonNode tag = Tags.create(owner);
    private final String path = Tags.path(tag);

    @Test
    void record_ofAnotherCompany_isNotFoundByAnyVerb() {
        other.get(path).expectError(404, "not_found");
        other.head(path).expect(404);
        other.patch(path, Tags.CHANGE).expectError(404, "not_found");
        other.delete(path).expectError(404, "not_found");

        assertThat(owner.get(path).expect(200).json()).isEqualTo(tag);
    }

    @Test
    void record_ofAnotherCompany_isNotToldFromOneThatIsNot() {
        for (var tagged : List.of("\"1\"", "\"9\"", "*")) {
            var matching = other.with("If-Match", tagged);
            var unless = other.with("If-None-Match", tagged);
            expectSame(matching.patch(path, Tags.CHANGE), matching.patch(UNKNOWN, Tags.CHANGE));
            expectSame(matching.delete(path), matching.delete(UNKNOWN));
            expectSame(unless.get(path), unless.get(UNKNOWN));
        }
        expectSame(other.patch(path, "{\"label\":5}"), other.patch(UNKNOWN, "{\"label\":5}"));
        expectSame(other.patch(path, "no JSON"), other.patch(UNKNOWN, "no JSON"));
    }

    @Test
    void list_ofAnotherCompany_neitherShowsNorCountsIt() {
        var mine = Tags.create(other);

        var list = other.get("/tags?pageSize=50").expect(200).json();

        assertThat(list.path("data")).containsExactly(mine);
        assertThat(list.at("/meta/record-count").asInt()).isEqualTo(1);
        assertThat(other.get("/tags?page=2&pageSize=1").json().path("data")).isEmpty();
    }

    private static void expectSame(Reply one, Reply another) {
        assertThat(one.status()).isEqualTo(another.status());
        assertThat(one.errorWithoutRequest()).isEqualTo(another.errorWithoutRequest());
        assertThat(one.headers().map().keySet())
                .isEqualTo(another.headers().map().keySet());
    }
}
