package waggle.model.declaration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waggle.model.json.JsonFields;

/** Checks the names of a declaration against the fields of its shape, and collects every mistake. */
final class Names {
    private static final Pattern EVENT = Pattern.compile("[a-z_]+\\.[a-z_]+");

    private final String resource;
    private final Set<String> fields;
    private final List<Reference> references;
    private final List<String> mistakes = new ArrayList<>();

    Names(String resource, Class<?> shape, List<Reference> references) {
        this.resource = resource;
        this.fields = Arrays.stream(shape.getRecordComponents())
                .map(JsonFields::nameOf)
                .collect(Collectors.toSet());
        this.references = references;
    }

    /** Names that must be fields of the shape. */
    Names fields(String word, Stream<String> names) {
        return known(word, names, fields);
    }

    private Names known(String word, Stream<String> names, Set<String> known) {
        names.filter(name -> !known.contains(name))
                .forEach(name -> mistakes.add("%s: no field %s".formatted(word, name)));
        return this;
    }

    Names references() {
        references.stream()
                .filter(reference -> !reference.isNamedWell())
                .forEach(reference ->
                        mistakes.add("reference: %s does not end in _uuid or _uuids".formatted(reference.field())));
        return fields("reference", references.stream().map(Reference::field));
    }

    /** Names that must be references. */
    Names contributing(Stream<String> names) {
        return known(
                "contributes", names, references.stream().map(Reference::field).collect(Collectors.toSet()));
    }

    /** Lists are sorted by fields, counts, the times of every record, and the order of referenced records. */
    Names listing(Listing listing, List<String> counts) {
        var sortable = Stream.of(
                        fields.stream(),
                        counts.stream(),
                        Listing.TIMES.stream(),
                        references.stream().map(Reference::expansion))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
        return fields("filters", listing.filters().stream().map(filter -> filter.field()
                        .split("\\.", 2)[0]))
                .fields("searched", listing.searched().stream())
                .known("sortable", listing.sortable().stream(), sortable)
                .fields("orderedBy", listing.order().stream())
                .fields("groupedBy", listing.groupedBy().stream())
                .fields("summed", listing.summed().stream());
    }

    /** Names that must not be fields of the shape. */
    Names free(String word, List<String> names) {
        names.stream()
                .filter(fields::contains)
                .forEach(name -> mistakes.add("%s: %s is a field of the shape".formatted(word, name)));
        return this;
    }

    Names events(Stream<String> types) {
        types.filter(type -> !EVENT.matcher(type).matches())
                .forEach(type -> mistakes.add("event: %s is not like deal.won".formatted(type)));
        return this;
    }

    /** @throws IllegalArgumentException with all mistakes, if there are any */
    void require() {
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(resource + ": " + String.join("; ", mistakes));
        }
    }
}
