package waggle.model.declaration;

import com.fasterxml.jackson.databind.JavaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.json.JsonFields;
import waggle.model.records.EntitySchema;
import waggle.model.records.Snapshot;
import waggle.model.table.ItemKey;
import waggle.model.table.TableDesign;

/**
 * The declaration of a resource: create, read, list, patch, delete, expand, its events and its part of the OpenAPI
 * document are made from it. Fields are named as clients write them.
 *
 * @param <T> the shape a client writes, a record with its constraints
 */
public final class Resource<T> {
    private final String name;
    private final String path;
    private final Class<T> shape;
    private final Function<T, String> title;
    private final Parts<T> parts;
    private final @Nullable UUID parent;

    Resource(
            String name,
            String path,
            Class<T> shape,
            Function<T, String> title,
            Parts<T> parts,
            @Nullable UUID parent) {
        this.name = name;
        this.path = path;
        this.shape = shape;
        this.title = title;
        this.parts = parts;
        this.parent = parent;
    }

    /** The parts of a declaration. */
    record Parts<T>(
            Fields fields,
            Listing listing,
            Storing storing,
            Rights rights,
            List<Unique<T>> uniques,
            List<Reference> references,
            List<Contributions.Source<T>> contributions,
            List<Owned> owned,
            Rule<T> rules,
            Owned.@Nullable Nesting nesting,
            Function<T, @Nullable Instant> due,
            List<String> keptBy,
            boolean hasEvents) {}

    /**
     * Begins a declaration.
     *
     * @param name of one record, in keys, events and errors: {@code custom_field}
     * @param path of the collection below the base path: {@code custom-fields}
     * @param title tells one record from the others in a sentence for a person
     */
    public static <T> ResourceBuilder<T> named(String name, String path, Class<T> shape, Function<T, String> title) {
        return new ResourceBuilder<>(name, path, shape, title);
    }

    /**
     * The collection below one parent, where this is a nested resource.
     *
     * @throws IllegalStateException when it is not
     */
    public Resource<T> below(UUID parentUuid) {
        if (parts.nesting == null) {
            throw new IllegalStateException(name + " is not nested");
        }
        return new Resource<>(name, path, shape, title, parts, parentUuid);
    }

    public String name() {
        return name;
    }

    /** The name in a sentence: {@code custom field}. */
    public String noun() {
        return name.replace('_', ' ');
    }

    public String path() {
        return path;
    }

    public Class<T> shape() {
        return shape;
    }

    public String title(T value) {
        return title.apply(value);
    }

    /** A record in a sentence: {@code stage "Active"}. */
    public String titled(T value) {
        return "%s \"%s\"".formatted(noun(), title(value));
    }

    public Fields fields() {
        return parts.fields;
    }

    public Listing listing() {
        return parts.listing;
    }

    public Storing storing() {
        return parts.storing;
    }

    public Rights rights() {
        return parts.rights;
    }

    public List<Unique<T>> uniques() {
        return parts.uniques;
    }

    public List<Reference> references() {
        return parts.references;
    }

    /** The reference that is expanded under a name, if any is. */
    public Optional<Reference> expansion(String field) {
        return references().stream()
                .filter(reference -> reference.expansion().equals(field))
                .findFirst();
    }

    /** The records that a removal takes along. */
    public List<Owned> owned() {
        return parts.owned;
    }

    /** The parent, where this is a nested resource. */
    public Optional<Owned.Nesting> nesting() {
        return Optional.ofNullable(parts.nesting);
    }

    /** The fields by which groups of records are found without reading the others: declared ones, or the owner. */
    public List<Listing.Grouping> groupings() {
        var indexes = TableDesign.GROUP_INDEXES.iterator();
        var declared = listing().groupedBy().stream()
                .map(field -> new Listing.Grouping(field, field, indexes.next()))
                .toList();
        return declared.isEmpty() ? groupingByOwner().toList() : declared;
    }

    /** The group of the records that have one value in a field, if lists find it without reading the others. */
    public Optional<Listing.Grouping> grouping(String field) {
        return groupings().stream().filter(group -> group.field().equals(field)).findFirst();
    }

    private Stream<Listing.Grouping> groupingByOwner() {
        return references().stream()
                .filter(Reference::owned)
                .limit(1)
                .map(owner -> new Listing.Grouping(
                        owner.field(), owner.target().get().name(), TableDesign.GROUP_INDEXES.getFirst()));
    }

    /** The time at which the sweeper finds a record; empty for a record that waits for none. */
    public Optional<Instant> due(T value) {
        return Optional.ofNullable(parts.due.apply(value));
    }

    /** The counts that keep a record from being removed. */
    public List<String> keptBy() {
        return parts.keptBy;
    }

    public boolean hasEvents() {
        return parts.hasEvents;
    }

    /** The types of all events of the resource. */
    public List<String> events() {
        var ofWrites = hasEvents() ? Stream.of("created", "updated", "deleted") : Stream.<String>empty();
        return Stream.concat(ofWrites.map(what -> name + "." + what), rules().events().stream())
                .toList();
    }

    public EntitySchema<T> schema() {
        return new EntitySchema<>(
                shape, fields().counts(), fields().sums(), storing().texts(), Counters::attribute);
    }

    /**
     * The partition of a company's records.
     *
     * @throws IllegalStateException when this is a nested resource and no parent was given by {@link #below}
     */
    public String collection(UUID company) {
        if (parts.nesting == null) {
            return ItemKey.collection(company, name);
        }
        if (parent == null) {
            throw new IllegalStateException(name + " is nested: its records lie below a parent");
        }
        return ItemKey.owned(company, name, parts.nesting.parent().get().name(), parent);
    }

    public ItemKey key(UUID company, UUID uuid) {
        return new ItemKey(collection(company), uuid.toString());
    }

    /** All rules as one, in the order in which they apply. */
    public Rule<T> rules() {
        return parts.rules;
    }

    /** What a record contributes to others; nothing where there is no record. */
    public Contributions contributions(Records records, @Nullable Snapshot<T> snapshot) {
        var contributions = new Contributions(records.company());
        if (snapshot != null) {
            references().forEach(reference -> reference.contribute(snapshot.json(), contributions));
            if (parts.nesting != null && parent != null) {
                parts.nesting.contribute(parent, contributions);
            }
            parts.contributions.forEach(rule -> rule.contribute(snapshot.json(), snapshot.value(), contributions));
            rules().contribute(records, snapshot.value(), contributions);
        }
        return contributions;
    }

    List<Contributions.Source<T>> declaredContributions() {
        return parts.contributions;
    }

    /**
     * The type of a field's values; of a list, that of its elements.
     *
     * @throws IllegalArgumentException when the shape has no such field
     */
    public JavaType type(String field) {
        return JsonFields.type(shape, field);
    }
}
