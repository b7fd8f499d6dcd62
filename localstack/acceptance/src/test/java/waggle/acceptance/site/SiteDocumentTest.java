package waggle.acceptance.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.cloud.BaseUrl;
import waggle.acceptance.cloud.Packaged;
import waggle.acceptance.exchange.Reply;

/** The OpenAPI document and the files of its viewer. */
final class SiteDocumentTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml; charset=utf-8");

    private final Api site = Target.stranger().site();

    @Packaged
    @Test
    void document_isOpenApiOfTheServerItLiesOn() {
        var reply = site.get("/openapi.json").expect(200);

        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.json().path("openapi").asText()).startsWith("3.1.");
        var server = reply.json().at("/servers/0/url").asText();
        assertThat(uri("/openapi.json").resolve(server)).isEqualTo(BaseUrl.get());
    }

    @Packaged
    @Test
    void docs_eachFileOfIt_isThereAndKept() {
        var links = links();

        assertThat(links).hasSize(4);
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
        var script = links().stream()
                .filter(link -> link.endsWith("docs.js"))
                .findFirst()
                .orElseThrow();

        assertThat(site.get(path(script)).body())
                .startsWith("/*! Contains Preact (MIT) and htm (Apache-2.0): see licences.txt");
        var licences = site.get(path(URI.create(script).resolve("licences.txt").toString()))
                .expect(200);
        assertThat(licences.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
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
