package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.cloud.BaseUrl;
import waggle.acceptance.samples.Tags;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.model.Limits;
import waggle.model.keys.Scopes.Scope;

/** The limit of a key ({@code docs/api.md}, "Rate limit"), in a cloud with the limit that a deployed API has. */
@TestInstance(Lifecycle.PER_CLASS)
final class RateLimitTest {
    private final Cloud cloud;
    private final Tenant tenant;

    RateLimitTest() throws Exception {
        BaseUrl.assumeLocal();
        cloud = Cloud.start(CloudOptions.defaults());
        tenant = Tenant.open(cloud);
    }

    @AfterAll
    void close() {
        cloud.close();
    }

    @Test
    void key_thatHasUsedUpItsMinute_mustWait() {
        var key = tenant.api();
        for (var i = 0; i < Limits.RATE; i++) {
            key.get("/tags").expect(200);
        }

        var refused = key.get("/tags").expectError(429, "rate_limit_exceeded");

        assertThat(refused.error()).isEqualTo("Rate limit exceeded");
        assertThat(refused.json().has("details")).isFalse();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        key.post("/tags", Tags.minimal()).expectError(429, "rate_limit_exceeded");
        tenant.api(Scope.READ).get("/tags").expect(200);
        Tenant.open(cloud).api().get("/tags").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/status", "/openapi.json", "/docs"})
    void page_requestedOften_isNotLimited(String path) {
        var site = Api.at(cloud.baseUrl()).site();

        for (var i = 0; i <= Limits.RATE; i++) {
            site.head(path).expect(200);
        }
    }
}
