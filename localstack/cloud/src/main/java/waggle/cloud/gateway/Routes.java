package waggle.cloud.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.OpenRoute;
import waggle.model.catalogue.ResourceGroup;

/**
 * The routes that need no key and the greedy routes of the resource groups, as the infrastructure declares them. All other
 * paths are those of {@link waggle.platform.gateway.CatchAll}.
 */
final class Routes {
    private static final List<Root> ROOTS = Stream.of(openPages(), openRoutes(), resources())
            .flatMap(Function.identity())
            .toList();

    private Routes() {}

    /**
     * A route.
     *
     * @param function the name of the function
     * @param isOpen whether the route needs no API key
     * @param resource the API Gateway resource, like {@code /v1/tags/{proxy+}}
     * @param pathParameters the value of {@code proxy}, if the resource is greedy
     */
    record Route(String function, boolean isOpen, String resource, Map<String, String> pathParameters) {}

    static Optional<Route> find(String path) {
        return ROOTS.stream().flatMap(root -> root.match(path).stream()).findFirst();
    }

    private static Stream<Root> openPages() {
        return Stream.of(OpenPage.values())
                .map(page -> new Root(page.path(), OpenPage.FUNCTION, true, page.hasMoreBelow()));
    }

    private static Stream<Root> openRoutes() {
        return Stream.of(OpenRoute.values())
                .map(route -> new Root(route.path(), route.group().id(), true, true));
    }

    private static Stream<Root> resources() {
        return Stream.of(ResourceGroup.values()).flatMap(group -> group.roots().stream()
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
