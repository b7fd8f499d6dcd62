package waggle.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.Scopes;

class PolicyTest {
    private static final String STAGE = "arn:aws-us-gov:execute-api:*:*:a1b2c3d4e5/staging/";
    private static final String METHOD_ARN =
            "arn:aws-us-gov:execute-api:us-gov-west-1:123456789012:a1b2c3d4e5/staging/PATCH/v1/commission-rules";

    /** Paths of resources that do not exist yet and have long names. */
    private static final Stream<String> PLANNED = Stream.of(
            "commission-rules", "commissions", "payments", "notifications", "crm-connections", "crm-conflicts");

    /** API Gateway accepts a result of 8 KB (Amazon API Gateway quotas). */
    @Test
    void result_ofTheMostAndLongestScopes_isBelowTwoKilobytes() {
        var paths = Stream.concat(Catalogue.scopedPaths().stream(), PLANNED)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        var written = paths.stream().map(path -> path + ":write");
        var read = paths.stream().map(path -> path + ":read");

        var result = result(
                "\uD83D\uDC1D".repeat(ApiKey.LONGEST_LABEL),
                Stream.concat(written, read).limit(Scopes.MOST));

        assertThat(result.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2048);
        // A key that only reads has the longest policy.
        assertThat(result("Key", Stream.of("read")).toString().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(2048);
    }

    @Test
    void policy_ofAKeyThatReadsAndWrites_allowsEveryMethod() {
        assertThat(allowed("tags:read", "stages:write")).containsExactly(STAGE + "*/v1/*");
        assertThat(allowed("admin")).containsExactly(STAGE + "*/v1/*");
    }

    @Test
    void policy_ofAKeyThatOnlyReads_allowsReadingMethodsAndPostsThatChangeNothing() {
        assertThat(allowed("tags:read"))
                .containsExactly(
                        STAGE + "GET/v1/*",
                        STAGE + "HEAD/v1/*",
                        STAGE + "POST/v1/leads/check",
                        STAGE + "POST/v1/commission-rules/preview",
                        STAGE + "POST/v1/live/tickets");
        assertThat(message("tags:read")).isEqualTo("Write access required for this operation");
    }

    @Test
    void policy_ofAKeyThatOnlyWrites_allowsWritingMethodsAndWhatTheKeyIsToldAboutItself() {
        assertThat(allowed("write"))
                .containsExactly(
                        STAGE + "POST/v1/*",
                        STAGE + "PUT/v1/*",
                        STAGE + "PATCH/v1/*",
                        STAGE + "DELETE/v1/*",
                        STAGE + "GET/v1/me",
                        STAGE + "HEAD/v1/me");
        assertThat(message("write")).isEqualTo("Read access required for this operation");
    }

    /** A scope of a later release. */
    @Test
    void policy_ofAKeyWithUnknownScopesOnly_deniesEverything() {
        var statement = result("Key", Stream.of("leads:approve")).at("/policyDocument/Statement/0");

        assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
        assertThat(statement.path("Resource")).extracting(JsonNode::asText).containsExactly(STAGE + "*/v1/*");
    }

    private static List<String> allowed(String... scopes) {
        var statements = result("Key", Stream.of(scopes)).at("/policyDocument/Statement");
        assertThat(statements).hasSize(1);
        assertThat(statements.path(0).path("Effect").asText()).isEqualTo("Allow");
        return statements
                .path(0)
                .path("Resource")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private static String message(String scope) {
        return result("Key", Stream.of(scope)).at("/context/message").asText();
    }

    private static JsonNode result(String label, Stream<String> scopes) {
        Set<String> ids = scopes.collect(Collectors.toSet());
        return Policy.of(new KeyGrant(Uuids.next(), Uuids.next(), label, new Scopes(ids)), METHOD_ARN);
    }
}
