package waggle.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.acceptance.client.Target;
import waggle.acceptance.exchange.Documentation;
import waggle.acceptance.exchange.Reply;
import waggle.model.catalogue.Catalogue;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** The access of every set of scopes to every resource ({@code docs/api.md}, "Permissions"). */
final class ScopesTest {
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern LIST_BELOW = Pattern.compile("/v1/([^/]+)/\\{[^/]+}/([^/]+)");
    private static final String UNKNOWN = "/01900000-0000-7000-8000-000000000000";

    static Stream<String> paths() {
        return Arrays.stream(ResourceGroup.values())
                .flatMap(group -> group.roots().stream())
                .map(resource -> "/" + resource.path());
    }

    @ParameterizedTest
    @MethodSource("paths")
    void scopes_openWhatTheySay(String path) {
        var own = path.substring(1);
        var other = own.equals("tags") ? "stages" : "tags";
        var sets = Catalogue.scopedPaths().contains(own)
                ? List.of(
                        Set.of("read"),
                        Set.of("write"),
                        Set.of("admin"),
                        Set.of(own + ":read"),
                        Set.of(own + ":write"),
                        Set.of(own + ":read", other + ":write"),
                        Set.of(other + ":read", other + ":write"))
                : List.of(Set.of("read", "write"), Set.of("admin"), Set.of("tags:read"), Set.of("tags:write"));
        var tenant = Target.tenant();
        for (var ids : sets) {
            var client = tenant.api(Scopes.parse(ids));
            for (var verb : VERBS) {
                expect(verb, path, ids, client.send(verb, verb.matches("GET|POST") ? path : path + UNKNOWN));
            }
        }
    }

    static Stream<Arguments> listsBelow() {
        return Documentation.document().operations().stream()
                .filter(operation -> operation.verb().equals("GET"))
                .map(operation -> LIST_BELOW.matcher(operation.path()))
                .filter(Matcher::matches)
                .filter(list -> Catalogue.scopedPaths().contains(list.group(2)))
                .map(list -> Arguments.of(list.group(1), list.group(2)));
    }

    @ParameterizedTest
    @MethodSource("listsBelow")
    void listBelowAnother_needsTheScopeOfWhatItListsToo(String above, String listed) {
        var below = "/" + above + UNKNOWN + "/" + listed;
        var tenant = Target.tenant();

        tenant.api(Scopes.parse(Set.of(above + ":read"))).get(below).expectError(403, "access_denied");
        tenant.api(Scopes.parse(Set.of(listed + ":read"))).get(below).expectError(403, "access_denied");
        tenant.api(Scopes.parse(Set.of(above + ":read", listed + ":read")))
                .get(below)
                .expectError(404, "not_found");
    }

    /** Whether a key may read a path that only an admin may write. */
    private static boolean mayRead(String path, Scopes scopes) {
        return switch (path) {
            case "me" -> true;
            case "company", "live", "search" -> scopes.allowSome(Scope.READ);
            case "events", "crm-links", "analytics" -> scopes.allow(Scope.READ);
            default -> false;
        };
    }

    private static void expect(String verb, String path, Set<String> ids, Reply reply) {
        var isRead = verb.equals("GET");
        var own = path.substring(1);
        var allowed = Catalogue.scopedPaths().contains(own)
                ? new Scopes(ids).allow(isRead ? Scope.READ : Scope.WRITE, own)
                : ids.contains("admin") || (isRead && mayRead(own, new Scopes(ids)));
        if (allowed) {
            assertThat(reply.status()).as("%s %s with %s", verb, path, ids).isNotIn(401, 403, 500);
        } else {
            reply.expectError(403, "access_denied");
        }
    }
}
