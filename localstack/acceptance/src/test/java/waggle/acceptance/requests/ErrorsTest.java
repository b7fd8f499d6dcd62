package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.cloud.Packaged;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Tags;

/** Unknown paths and unsupported methods. {@code Conventions} validates the form of every error. */
@SharedCompany
final class ErrorsTest {
    private static final String UNKNOWN = "/tags/01900000-0000-7000-8000-000000000000";

    private final Api api = Target.api();

    @Packaged
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01900000-0000-7000-8000-000000000000",
                "01900000-0000-4000-8000-000000000000",
                "01900000-0000-7000-c000-000000000000",
                "00000000-0000-0000-0000-000000000000",
                "01900000-0000-7000-8000-00000000000",
                "01900000-0000-7000-8000-0000000000000",
                "0190000000007000800000000000000",
                "1-1-7-8-1",
                "1",
                "null",
                "undefined",
                "x"
            })
    void record_thatIsNotThere_isNotFoundByAnyVerb(String uuid) {
        var path = "/tags/" + uuid;

        api.get(path).expectError(404, "not_found");
        api.head(path).expect(404);
        api.patch(path, Tags.CHANGE).expectError(404, "not_found");
        api.delete(path).expectError(404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nonsense", "/tag", "/Tags", "/tagsx", "/tags.json", "/tags-1", ""})
    void path_thatIsNoResource_isNotFoundWithAKeyOrWithout(String path) {
        api.get(path).expectError(404, "not_found");
        Target.stranger().get(path).expectError(404, "not_found");
        Target.stranger().post(path, "{}").expectError(404, "not_found");
    }

    @Test
    void path_belowARecord_isNotFound() {
        var path = Tags.path(Tags.create(api));

        api.get(path + "/more").expectError(404, "not_found");
        api.post(path + "/more", "{}").expectError(404, "not_found");
        api.get("/tags/order/more").expectError(404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void collection_withAnotherVerb_saysWhichAreAllowed(String method) {
        var reply = api.send(method, "/tags").expectError(405, "method_not_allowed");

        assertThat(allowed(reply)).contains("GET", "HEAD", "POST").doesNotContain("PUT", "PATCH", "DELETE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void record_withAnotherVerb_saysWhichAreAllowed(String method) {
        var path = Tags.path(Tags.create(api));

        var reply = api.send(method, path).expectError(405, "method_not_allowed");

        assertThat(allowed(reply)).contains("GET", "HEAD", "PATCH", "DELETE").doesNotContain("POST", "PUT");
        api.send(method, UNKNOWN).expectError(405, "method_not_allowed");
    }

    @ParameterizedTest
    @CsvSource({"TRACE, /tags", "PROPFIND, /tags", "get, /tags", "BREW, /nonsense"})
    void verb_thatNobodyKnows_isRefusedByTheGateway(String method, String path) {
        assertThat(allowed(api.send(method, path).expectError(405, "method_not_allowed")))
                .contains("GET", "PATCH");
        assertThat(allowed(Target.stranger().send(method, path).expectError(405, "method_not_allowed")))
                .contains("GET", "PATCH");
    }

    @Packaged
    @Test
    void requestId_isTheGatewaysOwnAndNew() {
        var first = api.with("X-Request-Id", "mine").get(UNKNOWN);
        var second = api.with("X-Request-Id", "mine").get(UNKNOWN);

        assertThat(first.header("X-Request-Id")).isNotEqualTo("mine").isNotEqualTo(second.header("X-Request-Id"));
    }

    private static List<String> allowed(Reply reply) {
        return List.of(reply.header("Allow").split(",\\s*"));
    }
}
