package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.AtOnce;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Tags;

@SharedCompany
final class IdempotencyTest {
    private final Api api = Target.api();
    private final Api once = api.with("Idempotency-Key", "acceptance " + UUID.randomUUID());

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
    void request_withItsKeysInAnotherOrder_isARepetition() {
        var label = Tags.label();
        var first = once.post("/tags", "{\"label\":\"%s\",\"association\":\"deal\"}".formatted(label))
                .expect(201);

        var second = once.post("/tags", "{ \"association\": \"deal\", \"label\": \"%s\" }".formatted(label))
                .expect(201);

        assertThat(second.json()).isEqualTo(first.json());
        once.post("/tags", "{\"label\":\"%s\",\"association\":\"lead\"}".formatted(label))
                .expectError(422, "idempotency_key_reused");
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
