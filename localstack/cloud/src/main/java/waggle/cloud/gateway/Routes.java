package waggle.cloud.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import waggle.model.OpenPage;
import waggle.model.ResourceGroup;

/** The routes of the open pages and the greedy ones of the resource groups, as the infrastructure makes them. */
final class Routes {
    /** What API Gateway's method {@code ANY} stands for; it has no route for any other. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final List<Root> ROOTS =
            Stream.concat(openPages(), resources()).toList();

    private Routes() {}

    /**
     * Where a request goes.
     *
     * @param function its name
     * @param isOpen whether no key is needed
     * @param resource as API Gateway names it: {@code /v1/tags/{proxy+}}
     * @param pathParameters what {@code proxy} stands for, if it is there
     */
    record Route(String function, boolean isOpen, String resource, Map<String, String> pathParameters) {}

    static Optional<Route> find(String method, String path) {
        return METHODS.contains(method)
                ? ROOTS.stream().flatMap(root -> root.match(path).stream()).findFirst()
                : Optional.empty();
    }

    private static Stream<Root> openPages() {
        return Stream.of(OpenPage.values())
                .map(page -> new Root(page.path(), OpenPage.FUNCTION, true, page.hasMoreBelow()));
    }

    private static Stream<Root> resources() {
        return Stream.of(ResourceGroup.values()).flatMap(group -> group.resources().stream()
                .map(resource -> new Root(ResourceGroup.BASE + "/" + resource.path(), group.id(), false, true)));
    }

    private record Root(String path, String function, boolean isOpen, boolean isGreedy) {

        Optional<Route> match(String requested) {
            if (requested.equals(path) || requested.equals(path + "/")) {
                return Optional.of(new Route(function, isOpen, path, Map.of()));
            }
            return isGreedy && requested.startsWith(path + "/")
                    ? Optional.of(new Route(function, isOpen, path + "/{proxy+}", proxy(requested)))
                    : Optional.empty();
        }

        private Map<String, String> proxy(String requested) {
            return Map.of("proxy", requested.substring(path.length() + 1));
        }
    }
}
