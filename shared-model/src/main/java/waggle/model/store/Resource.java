package waggle.model.store;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.Fault;
import waggle.model.json.Json;

/**
 * The declaration of a resource: create, read, list, patch, delete, expand and its events come from it. Fields are named
 * as clients write them.
 *
 * @param <T> what a client writes, a record with its constraints
 */
public final class Resource<T> {
    private final String name;
    private final String path;
    private final Class<T> shape;
    private final Function<T, String> title;
    private final List<Unique<T>> uniques;
    private final List<Reference> references;
    private final List<Filter> filters;
    private final List<String> searched;
    private final List<String> sortable;
    private final List<String> immutable;
    private final @Nullable String order;
    private final Function<T, List<Fault>> check;
    private final Function<T, List<Part>> parts;
    private final Completion<T> completion;
    private final UseSource<T> uses;
    private final List<String> counts;
    private final List<Owned> owned;
    private final Consequence<T> consequence;
    private final EntryKeys<T> entryKeys;
    private final List<String> fixedInUse;
    private final List<String> readOnly;
    private final @Nullable String groupedBy;
    private final boolean silent;
    private final boolean derived;
    private final List<String> texts;
    private final @Nullable Duration retention;
    private final @Nullable String due;

    private Resource(Builder<T> builder) {
        this.name = builder.name;
        this.path = builder.path;
        this.shape = builder.shape;
        this.title = builder.title;
        this.uniques = List.copyOf(builder.uniques);
        this.references = List.copyOf(builder.references);
        this.filters = List.copyOf(builder.filters);
        this.searched = List.copyOf(builder.searched);
        this.sortable = List.copyOf(builder.sortable);
        this.immutable = List.copyOf(builder.immutable);
        this.order = builder.order;
        this.check = builder.check;
        this.parts = builder.parts;
        this.completion = builder.completion;
        this.uses = builder.uses;
        this.counts = List.copyOf(builder.counts);
        this.owned = List.copyOf(builder.owned);
        this.consequence = builder.consequence;
        this.entryKeys = builder.entryKeys;
        this.fixedInUse = List.copyOf(builder.fixedInUse);
        this.readOnly = List.copyOf(builder.readOnly);
        this.groupedBy = builder.groupedBy;
        this.silent = builder.silent;
        this.derived = builder.derived;
        this.texts = List.copyOf(builder.texts);
        this.retention = builder.retention;
        this.due = builder.due;
    }

    /**
     * Begins a declaration.
     *
     * @param name what one record is called, in keys, events and errors ({@code custom_field})
     * @param path where the collection is found below the base ({@code custom-fields})
     * @param title what tells one record from the others in a sentence for a person
     */
    public static <T> Builder<T> named(String name, String path, Class<T> shape, Function<T, String> title) {
        return new Builder<>(name, path, shape, title);
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

    /** A record in a sentence: {@code stage "Active"}. */
    String titled(T value) {
        return "%s \"%s\"".formatted(noun(), title(value));
    }

    /** The texts that no two records share. */
    public List<Unique<T>> uniques() {
        return uniques;
    }

    /** The fields that hold uuids of other records. */
    public List<Reference> references() {
        return references;
    }

    /** The reference that is expanded under a name, if any is. */
    Optional<Reference> expansion(String name) {
        return references.stream()
                .filter(reference -> reference.expansion().equals(name))
                .findFirst();
    }

    String title(T value) {
        return title.apply(value);
    }

    /** The field that says which record owns one, if any does. */
    Optional<Reference> owner() {
        return references.stream().filter(Reference::owned).findFirst();
    }

    /** What the records are found together by, without reading the others: their owner, or the value of a field. */
    Optional<Grouping> grouping() {
        return Optional.ofNullable(groupedBy)
                .map(field -> new Grouping(field, field))
                .or(() -> owner().map(owner ->
                        new Grouping(owner.field(), owner.target().get().name())));
    }

    /** Whether its writes make events; the contract has none for some (§6). */
    public boolean hasEvents() {
        return !silent;
    }

    /** Whether only Waggle writes its records, as part of its work: nothing tells of it, and it is not counted. */
    boolean isDerived() {
        return derived;
    }

    /** How long a record is kept after it was made; for ever where it is empty. */
    Optional<Duration> retention() {
        return Optional.ofNullable(retention);
    }

    /** The field with the time at which a record is next to be looked at. */
    Optional<String> due() {
        return Optional.ofNullable(due);
    }

    /** The fields of the shape that no client writes. */
    public List<String> readOnly() {
        return readOnly;
    }

    /** What a list can be narrowed by, beside the times that every record has. */
    public List<Filter> filters() {
        return filters;
    }

    /** The fields in which {@code search} looks; none where there is no search. */
    public List<String> searched() {
        return searched;
    }

    /** The fields a client may name in {@code sort}. */
    public List<String> sortable() {
        return sortable;
    }

    /** The fields that keep what they were created with. */
    public List<String> immutable() {
        return immutable;
    }

    /** The field a list is ordered by when its client does not say; the newest come first where there is none. */
    public Optional<String> order() {
        return Optional.ofNullable(order);
    }

    /** The fields that no client writes and that count others. */
    public List<String> counts() {
        return counts;
    }

    List<Owned> owned() {
        return owned;
    }

    Consequence<T> consequence() {
        return consequence;
    }

    List<String> fixedInUse() {
        return fixedInUse;
    }

    EntryKeys<T> entryKeys() {
        return entryKeys;
    }

    EntitySchema<T> schema() {
        return new EntitySchema<>(shape, counts, texts);
    }

    /** What is wrong with a value whose fields are each sound. */
    public List<Fault> check(T value) {
        return check.apply(value);
    }

    List<Part> parts(T value) {
        return parts.apply(value);
    }

    T complete(Store<T> store, Actor actor, @Nullable T before, T value) {
        return completion.complete(store, actor, before, value);
    }

    List<Use> uses(Store<T> store, Actor actor, T value) {
        var declared = Uses.of(this, Json.tree(value));
        declared.addAll(uses.of(store, actor, value));
        return declared;
    }

    /** The fields of which a record's facets hold the values. */
    List<String> facets() {
        return Stream.of(
                        filters.stream().map(Filter::field),
                        searched.stream(),
                        sortable.stream(),
                        Stream.ofNullable(order))
                .flatMap(Function.identity())
                .map(field -> expansion(field).map(Reference::field).orElse(field))
                .filter(field -> !Facets.OF_ALL.contains(field))
                .distinct()
                .toList();
    }

    /**
     * The type of a field's values; of a list, that of its elements.
     *
     * @throws IllegalArgumentException when the shape has no such field
     */
    public JavaType type(String field) {
        var type = Arrays.stream(shape.getRecordComponents())
                .filter(component -> nameOf(component).equals(field))
                .findFirst()
                .map(component -> Json.mapper().constructType(component.getGenericType()))
                .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + field));
        return type.isTypeOrSubTypeOf(Collection.class) ? type.getContentType() : type;
    }

    /** A component's name as clients write it. */
    public static String nameOf(RecordComponent component) {
        return ((PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE)
                .translate(component.getName());
    }

    /** A declaration in the making; what is not declared is not there. */
    public static final class Builder<T> {
        private final String name;
        private final String path;
        private final Class<T> shape;
        private final Function<T, String> title;
        private final List<Unique<T>> uniques = new ArrayList<>();
        private final List<Reference> references = new ArrayList<>();
        private final List<Filter> filters = new ArrayList<>();
        private List<String> searched = List.of();
        private List<String> sortable = List.of();
        private List<String> immutable = List.of();
        private @Nullable String order;
        private Function<T, List<Fault>> check = value -> List.of();
        private Function<T, List<Part>> parts = value -> List.of();
        private Completion<T> completion = Completion.none();
        private UseSource<T> uses = (store, actor, value) -> List.of();
        private List<String> counts = List.of();
        private final List<Owned> owned = new ArrayList<>();
        private Consequence<T> consequence = Consequence.none();
        private EntryKeys<T> entryKeys = (store, actor) -> Set.of();
        private List<String> fixedInUse = List.of();
        private List<String> readOnly = List.of();
        private @Nullable String groupedBy;
        private boolean silent;
        private boolean derived;
        private List<String> texts = List.of();
        private @Nullable Duration retention;
        private @Nullable String due;

        private Builder(String name, String path, Class<T> shape, Function<T, String> title) {
            this.name = name;
            this.path = path;
            this.shape = shape;
            this.title = title;
        }

        /** No two records share this text, whatever its case. */
        public Builder<T> unique(String field, Function<T, String> value) {
            return unique(field, record -> "", value);
        }

        /** No two records of one kind share this text, whatever its case. */
        public Builder<T> unique(String field, Function<T, String> within, Function<T, String> value) {
            uniques.add(new Unique<>(field, within, value));
            return this;
        }

        public Builder<T> reference(Reference reference) {
            references.add(reference);
            return this;
        }

        /** Lists can be narrowed by the values of these fields, each under its own name. */
        public Builder<T> filters(String... fields) {
            for (var field : fields) {
                filters.add(new Filter(field, field));
            }
            return this;
        }

        public Builder<T> filter(Filter filter) {
            filters.add(filter);
            return this;
        }

        public Builder<T> searched(String... fields) {
            searched = List.of(fields);
            return this;
        }

        public Builder<T> sortable(String... fields) {
            sortable = List.of(fields);
            return this;
        }

        public Builder<T> immutable(String... fields) {
            immutable = List.of(fields);
            return this;
        }

        /** Lists are ordered by this number, the least first; among equals the older comes first. */
        public Builder<T> orderedBy(String field) {
            order = field;
            return this;
        }

        public Builder<T> check(Function<T, List<Fault>> rule) {
            check = rule;
            return this;
        }

        /** Other records refer not only to a record, but to parts of it. */
        public Builder<T> parts(Function<T, List<Part>> of) {
            parts = of;
            return this;
        }

        public Builder<T> completed(Completion<T> rule) {
            completion = rule;
            return this;
        }

        /** Records refer to others beside what their references say. */
        public Builder<T> uses(UseSource<T> source) {
            uses = source;
            return this;
        }

        /** Fields that no client writes: how many others belong to a record, or the sum of something of theirs. */
        public Builder<T> counts(String... fields) {
            counts = List.of(fields);
            return this;
        }

        /**
         * A record owns those of another resource that refer to it in a field, and takes them along when it is deleted.
         *
         * @param count the number of its own that says how many these are
         */
        public Builder<T> owns(Supplier<Resource<?>> others, String field, String count) {
            owned.add(new Owned(others, field, count));
            return this;
        }

        /** Writes do more than what is declared, in their own transactions. */
        public Builder<T> consequence(Consequence<T> rule) {
            consequence = rule;
            return this;
        }

        /** Under which keys there can be values to filter by. */
        public Builder<T> entryKeys(EntryKeys<T> keys) {
            entryKeys = keys;
            return this;
        }

        /** These fields keep their values as long as others refer to the record. */
        public Builder<T> fixedInUse(String... fields) {
            fixedInUse = List.of(fields);
            return this;
        }

        /** These fields of the shape are ours to write. */
        public Builder<T> readOnly(String... fields) {
            readOnly = List.of(fields);
            return this;
        }

        /** Those with the same uuid in a field are listed at the price of those alone. */
        public Builder<T> groupedBy(String field) {
            groupedBy = field;
            return this;
        }

        /** Writes make no events. */
        public Builder<T> silent() {
            silent = true;
            return this;
        }

        /** Only Waggle writes these records, as part of its work; they are listed by what they belong to. */
        public Builder<T> derived() {
            derived = true;
            silent = true;
            return this;
        }

        /** These fields are stored as the text of their JSON: attributes would lose its order and its numbers' zeros. */
        public Builder<T> asText(String... fields) {
            texts = List.of(fields);
            return this;
        }

        /** Records are gone this long after they were made. */
        public Builder<T> keptFor(Duration time) {
            retention = time;
            return this;
        }

        /** The sweeper finds a record when the time in this field has come. */
        public Builder<T> dueAt(String field) {
            due = field;
            return this;
        }

        public Resource<T> build() {
            return new Resource<>(this);
        }
    }
}
