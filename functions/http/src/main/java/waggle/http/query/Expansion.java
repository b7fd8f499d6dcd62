package waggle.http.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import waggle.http.request.Access;
import waggle.http.request.Parameters;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.lists.Labels;

/** Reads {@code expand}: the references whose records a reply includes (docs/api.md, "Lists"). */
public final class Expansion {
    private static final String NAME = "expand";

    private Expansion() {}

    /**
     * The references to expand; empty without the parameter, or if it is invalid, which {@link Parameters#finish} reports.
     *
     * @throws waggle.model.WaggleException {@link waggle.model.ErrorCode#ACCESS_DENIED} if the key may not read one of them
     */
    public static List<Reference> read(Parameters parameters, Resource<?> resource) {
        if (resource.references().isEmpty()) {
            return List.of();
        }
        var known =
                resource.references().stream().collect(Collectors.toMap(Reference::expansion, reference -> reference));
        var wanted = parameters
                .readList(NAME, "must be a list of " + names(resource), wantedNames -> Optional.of(wantedNames)
                        .filter(names -> known.keySet().containsAll(names))
                        .map(names -> resource.references().stream()
                                .filter(reference -> names.contains(reference.expansion()))
                                .toList()))
                .orElse(List.of());
        wanted.forEach(reference ->
                Access.requireRead(parameters.scopes(), reference.target().get()));
        return wanted;
    }

    /**
     * Whether a reply for a log includes the names of the records that its entries name. Invalid values are false, which
     * {@link Parameters#finish} reports.
     */
    public static boolean hasLabels(Parameters parameters, Resource<?> resource) {
        return resource.storing().isLog()
                && parameters
                        .readList(NAME, "must be " + Labels.FIELD, names -> Optional.of(names)
                                .filter(List.of(Labels.FIELD)::equals))
                        .isPresent();
    }

    private static String names(Resource<?> resource) {
        return resource.references().stream().map(Reference::expansion).collect(Collectors.joining(", "));
    }
}
