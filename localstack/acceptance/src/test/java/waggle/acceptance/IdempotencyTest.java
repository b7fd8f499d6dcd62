package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class IdempotencyTest {
    private final Api api = Target.api();
    private final Api once = api.with("Idempotency-Key", "acceptance " + UUID.randomUUID());

    @Test
    void post_again_answersTheFirstReplyAndMakesNothing() {
        var tag = Tags.minimal();
        var first = once.post("/tags", tag).expect(201);
        var count = recordCount();

        var again = once.post("/tags", tag).expect(201);

        assertThat(first.hasHeader("Idempotency-Replayed")).isFalse();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
        assertThat(recordCount()).isEqualTo(count);
    }

    @Test
    void patch_again_isDoneOnce() {
        var path = Tags.path(Tags.create(api));
        var first = once.patch(path, Tags.CHANGE).expect(200);
        api.patch(path, "{\"text_color\":\"#654321\"}").expect(200);

        var again = once.patch(path, Tags.CHANGE).expect(200);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(api.get(path).json().path("text_color").asText()).isEqualTo("#654321");
    }

    @Test
    void delete_again_isDeletedAsBefore() {
        var path = Tags.path(Tags.create(api));
        once.delete(path).expect(204);

        assertThat(once.delete(path).expect(204).header("Idempotency-Replayed")).isEqualTo("true");
        api.delete(path).expectError(404, "not_found");
    }

    @Test
    void key_usedForAnotherRequest_isRefused() {
        var path = Tags.path(once.post("/tags", Tags.minimal()).expect(201).json());

        once.post("/tags", Tags.minimal()).expectError(422, "idempotency_key_reused");
        once.patch(path, Tags.CHANGE).expectError(422, "idempotency_key_reused");
        once.delete(path).expectError(422, "idempotency_key_reused");

        assertThat(api.get(path).json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void key_ofARefusedRequest_isFree() {
        once.post("/tags", "{}").expectFaults("label", "association");
        once.post("/tags", "no JSON").expectError(400, "invalid_request");

        assertThat(once.post("/tags", Tags.minimal()).expect(201).hasHeader("Idempotency-Replayed"))
                .isFalse();
    }

    @Test
    void key_ofAnotherCompany_isNotThisOne() {
        var key = "shared " + UUID.randomUUID();
        var tag = Tags.minimal();
        var mine = Target.tenant()
                .api()
                .with("Idempotency-Key", key)
                .post("/tags", tag)
                .expect(201);

        var theirs = Target.tenant()
                .api()
                .with("Idempotency-Key", key)
                .post("/tags", tag)
                .expect(201);

        assertThat(theirs.hasHeader("Idempotency-Replayed")).isFalse();
        assertThat(theirs.json().path("uuid")).isNotEqualTo(mine.json().path("uuid"));
    }

    static Stream<String> malformed() {
        return Stream.of("", "x".repeat(256));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void key_thatIsMalformed_isRefused(String key) {
        api.with("Idempotency-Key", key).post("/tags", Tags.minimal()).expectFaults("Idempotency-Key");
    }

    @Test
    void key_ofTheGreatestLength_isTaken() {
        var key = "x".repeat(255 - 36) + UUID.randomUUID();

        api.with("Idempotency-Key", key).post("/tags", Tags.minimal()).expect(201);
    }

    @Test
    void requests_atOnce_areDoneOnce() {
        var tag = Tags.minimal();
        var before = recordCount();

        var statuses = AtOnce.times(6, i -> once.post("/tags", tag).status());

        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        assertThat(recordCount()).isEqualTo(before + 1);
    }

    private int recordCount() {
        return api.get("/tags").expect(200).json().at("/meta/record-count").asInt();
    }
}
