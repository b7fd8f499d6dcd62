package waggle.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import waggle.model.store.Reference;
import waggle.model.store.Resource;

/** Which referenced records a client wants to see beside their uuids (contract §1, {@code expand}). */
final class Expansion {
    private static final String NAME = "expand";

    private Expansion() {}

    static List<Reference> read(Parameters parameters, Resource<?> resource) {
        if (resource.references().isEmpty()) {
            return List.of();
        }
        var known =
                resource.references().stream().collect(Collectors.toMap(Reference::expansion, reference -> reference));
        var wanted = parameters
                .read(NAME, "must be a list of " + names(resource), text -> Optional.of(List.of(text.split(",", -1)))
                        .filter(names -> known.keySet().containsAll(names))
                        .map(names -> resource.references().stream()
                                .filter(reference -> names.contains(reference.expansion()))
                                .toList()))
                .orElse(List.of());
        wanted.forEach(reference ->
                Access.requireRead(parameters.scopes(), reference.target().get()));
        return wanted;
    }

    private static String names(Resource<?> resource) {
        return resource.references().stream().map(Reference::expansion).collect(Collectors.joining(", "));
    }
}
