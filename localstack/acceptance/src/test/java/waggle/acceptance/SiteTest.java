package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages without a key: the status, the OpenAPI document and its viewer. */
final class SiteTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml; charset=utf-8");

    private final Api site = Target.stranger().site();

    @Packaged
    @Test
    void status_withoutAKey_saysThatAllIsWellAndNothingElse() {
        var reply = site.get("/status").expect(200);

        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.json().fieldNames()).toIterable().containsExactly("status", "version");
        assertThat(reply.json().path("status").asText()).isEqualTo("ok");
        assertThat(reply.json().path("version").asText()).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?");
    }

    @Packaged
    @Test
    void document_isOpenApiOfTheServerItLiesOn() {
        var reply = site.get("/openapi.json").expect(200);

        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.json().path("openapi").asText()).startsWith("3.1.");
        var server = reply.json().at("/servers/0/url").asText();
        assertThat(uri("/openapi.json").resolve(server)).isEqualTo(Target.baseUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/docs"})
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

    @Packaged
    @Test
    void docs_eachFileOfIt_isThereAndKept() {
        var links = links();

        assertThat(links).hasSizeGreaterThan(3);
        for (var link : links) {
            var reply = site.get(path(link)).expect(200);
            assertThat(reply.header("Content-Type")).isEqualTo(TYPES.get(extension(link)));
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.body()).isNotBlank();
            if (link.startsWith("docs/")) {
                assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            }
        }
    }

    @Test
    void docs_licenceOfTheViewer_isWhereItsFirstLineSays() {
        var viewer = links().stream()
                .filter(link -> link.endsWith("bundle.js"))
                .findFirst()
                .orElseThrow();
        var named = Pattern.compile("[A-Za-z.-]+LICENSE\\.txt")
                .matcher(site.get(path(viewer)).body());

        assertThat(named.find()).isTrue();
        var licence = site.get(path(URI.create(viewer).resolve(named.group()).toString()))
                .expect(200);
        assertThat(licence.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    }

    @Test
    void docs_everyLink_staysOnItsHostAndBelowItsStage() {
        assertThat(links()).allSatisfy(link -> assertThat(link).matches("openapi\\.json|docs/[A-Za-z0-9./-]+"));
    }

    @Test
    void docs_inABrowser_mayRunNothingButItsOwnFiles() {
        var reply = docs();
        var policy = List.of(reply.header("Content-Security-Policy").split(";\\s*"));

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(reply.header("Content-Security-Policy")).doesNotContain("unsafe", "http", "*");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.body()).doesNotContain("<style").doesNotContainPattern("<script>|\\son[a-z]+=|javascript:");
    }

    @Test
    void docs_withASlashBehind_leadsToThePage() {
        var reply = site.get("/docs/").expect(308);

        assertThat(uri("/docs/").resolve(reply.header("Location"))).isEqualTo(uri("/docs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/status", "/openapi.json", "/docs"})
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
    @ValueSource(strings = {"/status", "/openapi.json", "/docs"})
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
        var headers = "If-None-Match: \"\nContent-Type: ;;;\nCookie: \u0001=\nAccept: image/png\nRange: bytes=0-0";

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

    private Reply docs() {
        var reply = site.get("/docs").expect(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        return reply;
    }

    private List<String> links() {
        return LINK.matcher(docs().body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The path of a link of the page on its host. */
    private String path(String link) {
        return uri("/docs")
                .resolve(link)
                .toString()
                .substring(site.base().toString().length());
    }

    private URI uri(String path) {
        return URI.create(site.base() + path);
    }

    private static String extension(String link) {
        return link.substring(link.lastIndexOf('.') + 1);
    }
}
