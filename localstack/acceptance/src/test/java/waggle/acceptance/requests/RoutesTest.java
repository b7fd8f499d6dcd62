package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.cloud.Packaged;
import waggle.acceptance.exchange.ApiOperation;
import waggle.acceptance.exchange.Documentation;

/** The API has exactly the routes of the OpenAPI document: each path lists its methods in {@code Allow}. */
@SharedCompany
@Packaged
final class RoutesTest {
    private static final String UUID = "01900000-0000-7000-8000-000000000000";
    private static final List<String> VERBS = List.of("GET", "PUT", "POST", "PATCH", "DELETE");

    private final Api api = Target.admin();

    static Stream<String> paths() {
        return Documentation.document().operations().stream()
                .map(ApiOperation::path)
                .distinct()
                .map(path -> path.replaceAll("\\{\\w+}", UUID));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void path_withAnotherVerb_takesWhatIsDocumentedAndNothingElse(String path) {
        var documented = VERBS.stream()
                .filter(verb -> Documentation.document().find(verb, path).isPresent())
                .collect(Collectors.toSet());
        var other = VERBS.stream()
                .filter(verb -> !documented.contains(verb))
                .findFirst()
                .orElseThrow();

        var reply = api.send(other, api.base().resolve(path), BodyPublishers.noBody())
                .expectError(405, "method_not_allowed");

        if (documented.contains("GET")) {
            documented.add("HEAD");
        }
        assertThat(reply.header("Allow").split(",\\s*")).containsExactlyInAnyOrderElementsOf(documented);
    }
}
