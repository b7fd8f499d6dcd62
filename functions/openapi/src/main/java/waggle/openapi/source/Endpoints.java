package waggle.openapi.source;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.crm.mapping.CrmMapping;
import waggle.model.crm.stored.CrmRun;
import waggle.model.declaration.Resource;
import waggle.model.json.JsonFields;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.Replay;
import waggle.platform.aws.Settings;

/** The routes of all functions below the base, from the router that serves requests, so that the document lists each of them. */
public final class Endpoints {
    private static final Settings NOWHERE = new Settings("none", "none", null);
    private static final List<Resource<?>> RESOURCES = Arrays.stream(ResourceGroup.values())
            .flatMap(group -> group.resources().stream())
            .toList();

    /** Resources without a path of their own: they are below another resource. */
    private static final List<Resource<?>> DERIVED =
            List.of(Delivery.RESOURCE, Replay.RESOURCE, CrmMapping.RESOURCE, CrmRun.RESOURCE);

    private static final Set<Class<?>> PARTS = parts();

    /** The segment of a nested resource: {@code /leads/{uuid}/notes}. */
    private static final int NESTED = 3;

    private Endpoints() {}

    /** All routes, in the order of the resources, shorter paths first. */
    public static List<Endpoint> all() {
        var builder = ApplicationContext.builder().singletons(NOWHERE, AnonymousCredentialsProvider.create());
        try (var context = builder.start()) {
            var endpoints = context.getBean(Router.class)
                    .uriRoutes()
                    .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                    .filter(route -> path(route).startsWith(ResourceGroup.BASE + "/"))
                    .map(Endpoints::endpoint)
                    .sorted(Comparator.comparingInt((Endpoint endpoint) -> RESOURCES.indexOf(endpoint.resource()))
                            .thenComparing(Endpoint::path)
                            .thenComparing(Endpoint::verb))
                    .toList();
            return List.copyOf(new LinkedHashSet<>(endpoints));
        }
    }

    /** The resources of all groups. Each has a path. */
    public static List<Resource<?>> resources() {
        return RESOURCES;
    }

    /** The resources of all groups that have records. */
    public static List<Resource<?>> withRecords() {
        return RESOURCES.stream()
                .filter(resource -> resource.storing().hasRecords())
                .toList();
    }

    /** The resources of all groups that have records, and those without a path of their own. */
    public static List<Resource<?>> withDerived() {
        return Stream.concat(withRecords().stream(), DERIVED.stream()).toList();
    }

    private static Endpoint endpoint(UriRouteInfo<?, ?> route) {
        var path = path(route).substring(ResourceGroup.BASE.length());
        var code = (ExecutableMethod<?, ?>) route.getTargetMethod().getExecutableMethod();
        return new Endpoint(route.getHttpMethod(), path, below(path), code);
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    /** The nested resource of a path, or else the resource at the first segment. */
    private static Resource<?> below(String path) {
        var segments = path.split("/", -1);
        return RESOURCES.stream()
                .filter(resource -> isNested(resource, segments))
                .findFirst()
                .or(() -> RESOURCES.stream()
                        .filter(resource -> resource.nesting().isEmpty())
                        .filter(resource -> resource.path().equals(segments[1]))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException(path + " begins with the path of no resource"));
    }

    private static boolean isNested(Resource<?> resource, String[] segments) {
        return resource.nesting()
                .filter(nesting -> segments.length > NESTED
                        && resource.path().equals(segments[NESTED])
                        && nesting.parent().get().path().equals(segments[1]))
                .isPresent();
    }

    /** Whether records of a resource have values of a type in a field, or in a field of such a value. */
    public static boolean isPart(Class<?> type) {
        return PARTS.contains(type);
    }

    private static Set<Class<?>> parts() {
        var parts = new HashSet<Class<?>>();
        withDerived().forEach(resource -> addParts(resource.shape(), parts));
        return Set.copyOf(parts);
    }

    private static void addParts(Class<?> shape, Set<Class<?>> parts) {
        for (var component : shape.getRecordComponents()) {
            var field = JsonFields.type(shape, JsonFields.nameOf(component));
            if (field.isRecordType() && parts.add(field.getRawClass())) {
                addParts(field.getRawClass(), parts);
            }
        }
    }

    /** The resource whose records have a type. */
    public static Optional<Resource<?>> resource(Class<?> shape) {
        return withDerived().stream()
                .filter(resource -> resource.shape().equals(shape))
                .findFirst();
    }
}
