package waggle.acceptance.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.samples.Related;
import waggle.acceptance.samples.Sample;

/** Writes with an {@code Idempotency-Key} ({@code docs/api.md}, "Idempotency"), for every resource. */
@ForEveryResource
@SharedCompany
final class IdempotencyConventionsTest {
    private final Api api;
    private final Api once;
    private final Sample sample;

    IdempotencyConventionsTest(Sample sample) {
        this.sample = sample;
        api = sample.api();
        once = api.with("Idempotency-Key", "acceptance " + UUID.randomUUID());
    }

    @Test
    void post_again_answersTheFirstReplyAndMakesNothing() {
        var written = Related.in(api, sample.complete());
        var first = once.post(sample.path(), written).expect(201);
        var count = Lists.count(api, sample.path());

        var again = once.post(sample.path(), written).expect(201);

        assertThat(first.hasHeader("Idempotency-Replayed")).isFalse();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
        assertThat(Lists.count(api, sample.path())).isEqualTo(count);
    }

    @Test
    void patch_again_isDoneOnce() {
        var path = sample.path(sample.create(api, sample.complete()));
        var change = sample.change();
        var first = once.patch(path, change).expect(200);
        api.patch(path, sample.renaming()).expect(200);

        var again = once.patch(path, change).expect(200);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(api.get(path).json().path("version").asInt()).isEqualTo(3);
    }

    @Test
    void delete_again_isDeletedAsBefore() {
        var path = sample.path(sample.create(api));
        once.delete(path).expect(204);

        assertThat(once.delete(path).expect(204).header("Idempotency-Replayed")).isEqualTo("true");
        api.delete(path).expectError(404, "not_found");
    }

    @Test
    void key_usedForAnotherRequest_isRefused() {
        var written = Related.in(api, sample.complete());
        var path = sample.path(once.post(sample.path(), written).expect(201).json());

        once.post(sample.path(), Related.in(api, sample.minimal())).expectError(422, "idempotency_key_reused");
        once.patch(path, sample.change()).expectError(422, "idempotency_key_reused");
        once.delete(path).expectError(422, "idempotency_key_reused");

        assertThat(api.get(path).json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void key_ofARefusedRequest_isFree() {
        once.post(sample.path(), "{}").expectError(400, "invalid_request");
        once.post(sample.path(), "no JSON").expectError(400, "invalid_request");

        assertThat(once.post(sample.path(), Related.in(api, sample.minimal()))
                        .expect(201)
                        .hasHeader("Idempotency-Replayed"))
                .isFalse();
    }
}
