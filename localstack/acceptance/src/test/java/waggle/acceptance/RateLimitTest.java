package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import waggle.model.keys.Scopes.Scope;

final class RateLimitTest {
    private static final int A_MINUTE = 100;

    private final Tenant tenant = Target.tenant();

    @Test
    void key_thatHasUsedUpItsMinute_mustWait() {
        var key = tenant.api();
        for (var i = 0; i < A_MINUTE; i++) {
            key.get("/tags").expect(200);
        }

        var refused = key.get("/tags").expectError(429, "rate_limit_exceeded");

        assertThat(refused.error()).isEqualTo("Rate limit exceeded");
        assertThat(refused.json().has("details")).isFalse();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        key.post("/tags", Tags.minimal()).expectError(429, "rate_limit_exceeded");
        tenant.api(Scope.READ).get("/tags").expect(200);
        Target.api().get("/tags").expect(200);
    }
}
