package waggle.cloud.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import waggle.model.ResourceGroup;

/** The greedy routes of the resource groups, as the infrastructure makes them. */
final class Routes {
    /** What API Gateway's method {@code ANY} stands for; it has no route for any other. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private Routes() {}

    /**
     * Where a request goes.
     *
     * @param resource as API Gateway names it: {@code /v1/tags/{proxy+}}
     * @param pathParameters what {@code proxy} stands for, if it is there
     */
    record Route(ResourceGroup group, String resource, Map<String, String> pathParameters) {}

    static Optional<Route> find(String method, String path) {
        if (!METHODS.contains(method)) {
            return Optional.empty();
        }
        return List.of(ResourceGroup.values()).stream()
                .flatMap(group -> group.resources().stream()
                        .map(resource -> match(group, ResourceGroup.BASE + "/" + resource.path(), path))
                        .flatMap(Optional::stream))
                .findFirst();
    }

    private static Optional<Route> match(ResourceGroup group, String root, String path) {
        if (path.equals(root) || path.equals(root + "/")) {
            return Optional.of(new Route(group, root, Map.of()));
        }
        return path.startsWith(root + "/")
                ? Optional.of(new Route(group, root + "/{proxy+}", Map.of("proxy", path.substring(root.length() + 1))))
                : Optional.empty();
    }
}
