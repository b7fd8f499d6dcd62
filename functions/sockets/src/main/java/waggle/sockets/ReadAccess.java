package waggle.sockets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Resource;
import waggle.model.events.Event;
import waggle.model.events.EventTypes;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** The events that a key may read (docs/api.md, "Conventions": Permissions). */
public final class ReadAccess {
    /** Made when it is first needed. A nested resource stands several times, once below each parent. */
    private static final class All {
        static final Map<String, List<Resource<?>>> RESOURCES =
                Catalogue.resources().stream().collect(Collectors.groupingBy(Resource::name));
    }

    private ReadAccess() {}

    /** Whether a key may read an event: the record that changed, or for a nested one the record above it. */
    public static boolean by(Scopes scopes, Event event) {
        return scopes.allow(Scope.READ)
                || path(event).filter(path -> scopes.allow(Scope.READ, path)).isPresent();
    }

    /** Whether a key may read an event of a type that some patterns select. */
    public static boolean some(Scopes scopes, List<String> patterns) {
        return scopes.allow(Scope.READ)
                || Catalogue.eventTypes().all().stream()
                        .filter(type -> patterns.stream().anyMatch(pattern -> EventTypes.matches(pattern, type)))
                        .flatMap(type -> All.RESOURCES.getOrDefault(resource(type), List.of()).stream())
                        .map(resource -> resource.nesting()
                                .<Resource<?>>map(nesting -> nesting.parent().get())
                                .orElse(resource))
                        .anyMatch(
                                resource -> resource.rights().isShared() && scopes.allow(Scope.READ, resource.path()));
    }

    private static Optional<String> path(Event event) {
        var name = resource(event.type());
        var isNested = All.RESOURCES.getOrDefault(name, List.of()).stream()
                .anyMatch(resource -> resource.nesting().isPresent());
        var owner = isNested ? event.data().object().at("/parent/type").asText() : name;
        return All.RESOURCES.getOrDefault(owner, List.of()).stream()
                .filter(resource -> resource.rights().isShared())
                .<String>map(Resource::path)
                .findFirst();
    }

    /** The name of the resource whose record an event is about. */
    static String resource(String type) {
        return type.substring(0, Math.max(type.indexOf('.'), 0));
    }
}
