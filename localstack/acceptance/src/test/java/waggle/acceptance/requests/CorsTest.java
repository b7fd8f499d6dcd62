package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Tags;

/** A browser lets a page of any origin call the API ({@code docs/api.md}, "CORS"). */
@SharedCompany
final class CorsTest {
    private final Api page = Target.stranger().with("Origin", "https://app.example.com");

    @ParameterizedTest
    @ValueSource(strings = {"/tags", "/tags/01900000-0000-7000-8000-000000000000"})
    void preflight_withoutAKey_allowsTheDocumentedMethodsAndHeaders(String path) {
        var reply = page.with("Access-Control-Request-Method", "PATCH")
                .with("Access-Control-Request-Headers", "authorization,content-type,if-match")
                .send("OPTIONS", path);

        assertThat(reply.status()).isBetween(200, 299);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(list(reply, "Access-Control-Allow-Methods"))
                .contains("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
        assertThat(list(reply, "Access-Control-Allow-Headers"))
                .contains("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match");
        assertThat(Integer.parseInt(reply.header("Access-Control-Max-Age"))).isPositive();
        assertThat(reply.hasHeader("Access-Control-Allow-Credentials")).isFalse();
    }

    @Test
    void replies_ofEveryKind_letAScriptReadTheirHeaders() {
        var api = Target.api().with("Origin", "https://app.example.com");
        var created = api.post("/tags", Tags.minimal()).expect(201);

        expectExposed(created);
        expectExposed(api.get(Tags.path(created.json())).expect(200));
        expectExposed(api.with("If-None-Match", "\"1\"")
                .get(Tags.path(created.json()))
                .expect(304));
        expectExposed(api.post("/tags", "{}").expect(400));
        expectExposed(api.get("/tags/nonsense").expect(404));
        expectExposed(api.send("PUT", "/tags").expect(405));
        expectExposed(api.delete(Tags.path(created.json())).expect(204));
        expectExposed(page.get("/tags").expect(401));
        expectExposed(page.get("/nonsense").expect(404));
    }

    private static void expectExposed(Reply reply) {
        assertThat(list(reply, "Access-Control-Expose-Headers"))
                .contains(
                        "ETag", "Idempotency-Replayed", "Location", "RateLimit-Policy", "Retry-After", "X-Request-Id");
    }

    private static List<String> list(Reply reply, String header) {
        return List.of(reply.header(header).split(",\\s*"));
    }
}
