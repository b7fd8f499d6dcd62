package waggle.acceptance.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Related;
import waggle.acceptance.samples.Sample;
import waggle.acceptance.samples.Samples;
import waggle.acceptance.samples.Tags;

/**
 * What clients of two companies send at the same time does not meet ({@code docs/api.md}, "Tenancy"), for a resource with
 * unique labels, one with external ids, and one with references. {@code TenancyTest} calls every operation with what belongs
 * to another company.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("samples")
@SharedCompany
final class TenancyConventionsTest {
    private final Api owner = Target.company().api();
    private final Api other = Target.otherCompany().api();
    private final Sample sample;
    private final ObjectNode written;
    private final JsonNode theirs;
    private final String path;

    static Stream<Sample> samples() {
        return Stream.of("tag", "partner", "commission_rule").map(Samples::named);
    }

    TenancyConventionsTest(Sample sample) {
        this.sample = sample;
        written = sample.complete();
        theirs = sample.create(owner, written);
        path = sample.path(theirs);
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

    private static void expectSame(Reply one, Reply another) {
        assertThat(one.status()).isEqualTo(another.status());
        assertThat(one.errorWithoutRequest()).isEqualTo(another.errorWithoutRequest());
        assertThat(one.headers().map().keySet())
                .isEqualTo(another.headers().map().keySet());
    }
}
