package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Wire;

/** Requests with hostile paths, queries and headers are refused with a 4xx status. */
@SharedCompany
final class StrangePathsTest {
    private final Api api = Target.api();

    static Stream<String> strange() {
        return Stream.of(
                "/tags/%0d%0aX-Evil:%201",
                "/tags/%2e%2e",
                "/tags/..",
                "/tags/../../v1/tags/1",
                "/tags/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "/tags/./1",
                "/tags//",
                "/tags//1",
                "//tags",
                "/tags/%7Buuid%7D",
                "/tags/%7Bproxy+%7D",
                "/tags/$%7Bjndi:ldap://127.0.0.1/a%7D",
                "/tags/%3Cscript%3E",
                "/tags;a=b",
                "/tags/;",
                "/tags/a;b=c",
                "/tags/'",
                "/tags/*",
                "/tags/ü",
                "/tags/%C3%BC",
                "/tags/%FF%FE",
                "/%74ags/1",
                "/tags%2f1",
                "/tags/" + "a".repeat(4000),
                "/tags" + "/a".repeat(4000));
    }

    @ParameterizedTest
    @MethodSource("strange")
    void path_thatIsStrange_isNotFound(String path) throws IOException {
        var reply = get(api.base().getPath() + path, authorization());

        assertThat(Wire.status(reply)).as(reply).isEqualTo(404);
        assertThat(reply).contains("\"code\":\"not_found\"").doesNotContain("X-Evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tags/%00",
                "/tags?search=a|b",
                "/tags?search=\"a\"",
                "/tags?search=a\\b",
                "/tags?search=caf%E9",
                "/tags?search=caf%C3",
                "/tags?page=%zz",
                "/tags?%=",
                "/tags/%zz",
                "/tags/%",
                "/tags/%2",
                "/tags/{uuid}",
                "/tags/<script>",
                "/tags/a\\b",
                "/tags/a|b",
                "/tags/a^b`",
                "/tags/\"",
                "/tags/\u0001"
            })
    void path_thatIsNoUri_isRefused(String path) throws IOException {
        var reply = get(api.base().getPath() + path, authorization());

        assertThat(Wire.status(reply)).as(reply).isEqualTo(400);
        assertThat(reply).contains("\"code\":\"invalid_request\"", "\"request_id\":", "X-Request-Id:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2\nContent-Length: 3", "No colon", "Cookie: \u0001="})
    void bytes_thatAreNoHttp_areRefused(String headers) throws IOException {
        var reply = get(api.base().getPath() + "/tags", authorization() + "\n" + headers);

        assertThat(Wire.status(reply)).as(reply).isEqualTo(400);
        assertThat(reply).contains("\"code\":\"invalid_request\"", "\"request_id\":", "X-Request-Id:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "=1", "&&", "?", "page[]=1", "page=1#2", "%00=%00"})
    void query_thatIsStrange_isRefusedOrIgnored(String query) throws IOException {
        var reply = get(api.base().getPath() + "/tags?" + query, authorization());

        assertThat(Wire.status(reply)).as(reply).isBetween(200, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "/", "//", "tags", "http://127.0.0.2:1/v1/tags/1"})
    void target_thatIsNoPathOfOurs_isRefused(String target) throws IOException {
        assertThat(Wire.status(get(target, authorization()))).isBetween(400, 499);
    }

    @Test
    void headers_thatAreStrange_areNoFaultOfOurs() throws IOException {
        var headers = authorization()
                + "\nIf-Match: \"\nIf-None-Match: W/\"1\nContent-Type: ;;;\nAccept: image/png"
                + "\nX-Forwarded-For: 127.0.0.1\nX-HTTP-Method-Override: DELETE\nAccept-Language: \u00fc";

        var reply = get(api.base().getPath() + "/tags", headers);

        assertThat(Wire.status(reply)).as(reply).isBetween(200, 499);
    }

    private String get(String target, String headers) throws IOException {
        var reply = Wire.get(api.base(), target, headers);
        if (Wire.status(reply) == 429) {
            // The patient client waits for the key's next minute.
            api.get("/tags");
            reply = Wire.get(api.base(), target, headers);
        }
        return reply;
    }

    private String authorization() {
        return String.join(": ", api.headers());
    }
}
