package waggle.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.Scopes;

class PolicyTest {
    private static final String STAGE =
            "arn:aws-us-gov:execute-api:us-gov-west-1:123456789012:a1b2c3d4e5/staging/PATCH/v1/commission-rules";

    /** The policy of an authorizer has at most 8,192 bytes (Amazon API Gateway quotas). */
    @Test
    void policy_ofTheMostAndLongestScopes_fitsTheGateway() {
        var longest = Catalogue.scopedPaths().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .flatMap(path -> List.of(path + ":read", path + ":write").stream())
                .limit(Scopes.MOST)
                .toList();
        var grant = new KeyGrant(Uuids.next(), Uuids.next(), "Key", new Scopes(new HashSet<>(longest)));

        var policy = Policy.of(grant, new AuthorizerRequest("1", "PATCH", STAGE, List.of()))
                .path("policyDocument")
                .toString();

        assertThat(policy.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(8192);
    }

    @Test
    void pathsThatFunctionsCheck_areThoseOfRestrictedResources() {
        assertThat(Policy.RESTRICTED).containsExactlyInAnyOrderElementsOf(Catalogue.restrictedPaths());
    }

    @Test
    void subLists_areThoseOfTheDeclarations() {
        assertThat(Policy.SUB_LISTS).containsExactlyInAnyOrderElementsOf(Catalogue.subListPaths());
    }
}
