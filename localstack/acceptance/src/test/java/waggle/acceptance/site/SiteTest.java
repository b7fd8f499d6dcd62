package waggle.acceptance.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Wire;
import waggle.acceptance.cloud.Packaged;

/** The pages without a key: the status, the OpenAPI document and its viewer. */
final class SiteTest {
    private final Api site = Target.stranger().site();

    @Packaged
    @Test
    void status_withoutAKey_saysThatAllIsWellAndNothingElse() {
        var reply = site.get("/status").expect(200);

        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Vary")).isEqualTo("Accept");
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactly("status", "version", "checked_at", "components", "incidents");
        assertThat(reply.json().path("status").asText()).isEqualTo("ok");
        assertThat(reply.json().path("version").asText()).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/asyncapi.json", "/live.js", "/docs", "/console"})
    void page_thatIsKnown_isNotSentAgain(String path) {
        var tag = site.get(path).expect(200).header("ETag");

        assertThat(tag).matches("\"[0-9a-f]+\"");
        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            var reply = site.with("If-None-Match", known).get(path).expect(304);
            assertThat(reply.header("ETag")).isEqualTo(tag);
            assertThat(reply.body()).isEmpty();
        }
        site.with("If-None-Match", "\"other\"").get(path).expect(200);
    }

    /** Its time changes every five seconds. */
    @Test
    void status_askedWithHead_orWithAnyKey_isTheSame() {
        assertThat(site.head("/status").expect(200).body()).isEmpty();
        for (var credentials : List.of("Bearer nonsense", "Basic eDp5", "")) {
            assertThat(site.with("Authorization", credentials)
                            .get("/status")
                            .expect(200)
                            .json()
                            .path("version"))
                    .isEqualTo(site.get("/status").expect(200).json().path("version"));
        }
    }

    @Test
    void status_forPeople_isAPageWithoutScript() {
        var page = site.with("Accept", "text/html").get("/status").expect(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("script-src");
        var style = page.body().replaceFirst("(?s).*href=\"(status/[0-9a-f]+/status.css)\".*", "$1");
        assertThat(site.get("/" + style).expect(200).header("Content-Type")).isEqualTo("text/css; charset=utf-8");
    }

    @Test
    void days_ofTheStatus_areTold_andTheirNumberIsBounded() {
        var history = site.get("/status/history?days=7").expect(200).json();
        assertThat(history.at("/components/0/days")).hasSize(7);
        site.get("/status/history").expect(200);
        site.get("/status/history?days=91").expect(400);
        site.get("/status/history?weeks=1").expect(400);
        site.get("/status/elsewhere").expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/asyncapi.json", "/live.js", "/docs", "/console"})
    void page_withAnyKey_isTheSame(String path) {
        var page = site.get(path).expect(200).body();

        for (var credentials : List.of("Bearer nonsense", "Basic eDp5", "")) {
            assertThat(site.with("Authorization", credentials)
                            .get(path)
                            .expect(200)
                            .body())
                    .isEqualTo(page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/asyncapi.json", "/live.js", "/docs", "/console"})
    void page_askedWithHead_hasTheHeadersOnly(String path) {
        var read = site.get(path).expect(200);
        var head = site.head(path).expect(200);

        assertThat(head.body()).isEmpty();
        for (var header : List.of("Content-Type", "ETag", "Cache-Control")) {
            assertThat(head.header(header))
                    .as(header)
                    .isEqualTo(read.header(header))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /status",
        "PUT, /status",
        "PATCH, /openapi.json",
        "DELETE, /openapi.json",
        "POST, /docs",
        "DELETE, /docs",
        "POST, /docs/"
    })
    void page_withAnotherVerb_saysWhichAreAllowed(String method, String path) {
        var reply = site.send(method, path).expectError(405, "method_not_allowed");

        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/unknown",
                "/docs/docs.js",
                "/docs/0000000000000000/docs.js",
                "/docs/waggle/site/status.json",
                "/docs//",
                "/docs/docs",
                "/Docs",
                "/docs.html",
                "/docsx",
                "/status/x",
                "/status.json",
                "/openapi.json/x",
                "/openapi.yaml",
                "/v1/status",
                "/v1/docs",
                "/site",
                "/"
            })
    void path_thatIsNoPage_isNotFoundByAnyVerb(String path) {
        for (var method : List.of("GET", "POST", "DELETE")) {
            site.send(method, path).expectError(404, "not_found");
        }
        site.head(path).expect(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/../status",
                "/docs/./status",
                "/docs/..",
                "/docs/%2e%2e/status",
                "/docs/..%2fstatus",
                "/docs/..%2f..%2f..%2fetc%2fpasswd",
                "/docs/....//....//etc/passwd",
                "/docs/%00",
                "/docs/%0d%0aX-Evil:%201",
                "/docs/%5c..%5c",
                "/docs/%FF%FE",
                "/docs/;a=b",
                "/docs;a=b",
                "/docs/{{edition}}/docs.js",
                "/docs/%7B%7Bedition%7D%7D/docs.js",
                "/%64ocs",
                "/status%2f",
                "//status",
                "//docs/docs.js"
            })
    void path_thatIsStrange_isRefused(String path) throws IOException {
        var reply = Wire.get(site.base(), site.base().getPath() + path, "");

        assertThat(Wire.status(reply)).as(reply).isBetween(400, 499);
        assertThat(reply).doesNotContain("X-Evil", "waggle.", "java.", "root:");
    }

    @Test
    void request_thatIsStrange_isNoFaultOfOurs() throws IOException {
        var headers = "If-None-Match: \"\nContent-Type: ;;;\nCookie: =\nAccept: image/png\nRange: bytes=0-0";

        var reply = Wire.get(site.base(), site.base().getPath() + "/docs?%00=1&configUrl=//evil.example", headers);

        assertThat(Wire.status(reply)).as(reply).isEqualTo(200);
        assertThat(reply).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/status", "/openapi.json", "/docs", "/docs/x"})
    void preflight_ofAPage_isAnswered(String path) {
        var reply = site.with("Origin", "https://app.example.com")
                .with("Access-Control-Request-Method", "GET")
                .send("OPTIONS", path)
                .expect(204);

        assertThat(reply.header("Access-Control-Allow-Methods")).contains("GET");
    }
}
