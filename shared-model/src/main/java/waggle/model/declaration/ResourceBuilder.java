package waggle.model.declaration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.ExternalIds;
import waggle.model.Fault;

/**
 * A declaration in the making; a resource has nothing that is not declared.
 *
 * @param <T> the shape a client writes
 */
public final class ResourceBuilder<T> {
    private final String name;
    private final String path;
    private final Class<T> shape;
    private final Function<T, String> title;
    private final Listing.Builder listing = new Listing.Builder();
    private final Storing.Builder storing = new Storing.Builder();
    private final List<Unique<T>> uniques = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<Contributed<T>> contributed = new ArrayList<>();
    private final List<Owned> owned = new ArrayList<>();
    private final List<Rule<T>> rules = new ArrayList<>();
    private List<String> immutable = List.of();
    private List<String> fixedInUse = List.of();
    private List<String> readOnly = List.of();
    private List<String> counts = List.of();
    private List<String> sums = List.of();
    private Rights rights = Rights.SHARED;
    private Owned.@Nullable Nesting nesting;
    private Function<T, @Nullable Instant> due = unused -> null;
    private List<String> keptBy = List.of();
    private boolean isSilent;
    private boolean isDerived;

    ResourceBuilder(String name, String path, Class<T> shape, Function<T, String> title) {
        this.name = name;
        this.path = path;
        this.shape = shape;
        this.title = title;
    }

    /** A contribution before its reference is known. */
    private record Contributed<T>(String field, String counter, Function<T, BigDecimal> amount) {}

    /** No two records share this text, whatever its case. */
    public ResourceBuilder<T> unique(String field, Function<T, @Nullable String> value) {
        return unique(field, record -> "", value);
    }

    /** No two records of one kind share this text, whatever its case. */
    public ResourceBuilder<T> unique(String field, Function<T, String> within, Function<T, @Nullable String> value) {
        uniques.add(Unique.folded(field, within, value));
        return this;
    }

    /** Records have identifiers in other systems. No two records share one, and lists can be filtered by them. */
    public ResourceBuilder<T> externalIds(Function<T, Map<String, String>> ids) {
        uniques.add(Unique.external(ids));
        listing.filter(new Filter("external_id", ExternalIds.FIELD, Filter.Kind.ENTRY));
        return check(value -> ExternalIds.faults(ids.apply(value)));
    }

    public ResourceBuilder<T> reference(Reference reference) {
        references.add(reference);
        return this;
    }

    /**
     * Every record belongs to another, which removes it when it is removed itself.
     *
     * @param field with the owner's uuid
     * @param owner the owner's resource, which {@link #owns} these records
     * @param count the owner's count of these records
     */
    public ResourceBuilder<T> ownedBy(String field, Supplier<Resource<?>> owner, String count) {
        references.add(Reference.owned(field, owner));
        return contributes(field, count, record -> BigDecimal.ONE);
    }

    /** {@link #ownedBy} a record whose uuid stands in the path: {@code /v1/leads/{uuid}/notes}. */
    public ResourceBuilder<T> nestedIn(String field, Supplier<Resource<?>> parent, String count) {
        nesting = new Owned.Nesting(field, parent, count);
        return this;
    }

    /** A record takes along, when it is removed, those that are {@link #ownedBy} it. */
    public ResourceBuilder<T> owns(Supplier<Resource<?>> others, String field, String count) {
        owned.add(new Owned(others, field, count));
        return this;
    }

    /** A record is not removed unless these counts are zero; the refusal names them. */
    public ResourceBuilder<T> keptBy(String... counters) {
        keptBy = List.of(counters);
        return this;
    }

    /**
     * A record adds an amount to a count or a sum of each record that a reference names. Writes add the difference.
     *
     * @param field the reference
     * @param counter one of the other resource's {@link #counts}
     * @param amount a pure function; zero for a record that does not count
     */
    public ResourceBuilder<T> contributes(String field, String counter, Function<T, BigDecimal> amount) {
        contributed.add(new Contributed<>(field, counter, amount));
        return this;
    }

    /** Fields beside the shape: counts and sums that other records contribute to. */
    public ResourceBuilder<T> counts(String... fields) {
        counts = List.of(fields);
        return this;
    }

    /** Fields beside the shape: sums of money by currency that rules of other records contribute to. */
    public ResourceBuilder<T> sums(String... fields) {
        sums = List.of(fields);
        return this;
    }

    /** How records are listed; the newest first, and nothing to filter, search or sort by, unless declared. */
    public ResourceBuilder<T> lists(Consumer<Listing.Builder> declaration) {
        declaration.accept(listing);
        return this;
    }

    /** How records are stored. */
    public ResourceBuilder<T> stores(Consumer<Storing.Builder> declaration) {
        declaration.accept(storing);
        return this;
    }

    /** The sweeper finds a record at this time; null if it waits for none. */
    public ResourceBuilder<T> due(Function<T, @Nullable Instant> time) {
        due = time;
        return this;
    }

    public ResourceBuilder<T> rights(Rights who) {
        rights = who;
        return this;
    }

    public ResourceBuilder<T> immutable(String... fields) {
        immutable = List.of(fields);
        return this;
    }

    /** These fields keep their values as long as other records refer to the record. */
    public ResourceBuilder<T> fixedInUse(String... fields) {
        fixedInUse = List.of(fields);
        return this;
    }

    /** Only Waggle writes these fields of the shape. */
    public ResourceBuilder<T> readOnly(String... fields) {
        readOnly = List.of(fields);
        return this;
    }

    /** Adds a rule; rules apply in the order of their declaration. */
    public ResourceBuilder<T> rule(Rule<T> rule) {
        rules.add(rule);
        return this;
    }

    /** Adds faults of a value whose fields are each valid. */
    public ResourceBuilder<T> check(Function<T, List<Fault>> faults) {
        return rule(Rule.of(faults));
    }

    /** Adds an event, with a type such as {@code deal.won}, to the writes that are an occasion for it. */
    public ResourceBuilder<T> event(String type, EventCondition<T> condition) {
        return rule(condition.rule(type));
    }

    /** Writes do not make the events {@code created}, {@code updated} and {@code deleted}. */
    public ResourceBuilder<T> silent() {
        isSilent = true;
        return this;
    }

    /** Only Waggle writes these records, as part of its own work: no event, no audit entry, no page numbers. */
    public ResourceBuilder<T> derived() {
        isDerived = true;
        isSilent = true;
        return this;
    }

    /**
     * Ends the declaration.
     *
     * @throws IllegalArgumentException with every name that the shape does not have, all at once
     */
    public Resource<T> build() {
        var fields = new Fields(immutable, fixedInUse, readOnly, counts, sums);
        var all = new Rules<>(List.copyOf(rules));
        var lists = listing.build(all.filters());
        var stores = storing.build(!isDerived);
        new Names(name, shape, references)
                .fields("unique", uniques.stream().map(Unique::field))
                .references()
                .contributing(contributed.stream().map(Contributed::field))
                .listing(lists, counts)
                .fields("nestedIn", Stream.ofNullable(nesting).map(Owned.Nesting::field))
                .fields("immutable", immutable.stream())
                .fields("fixedInUse", fixedInUse.stream())
                .fields("readOnly", readOnly.stream())
                .fields("asText", stores.texts().stream())
                .fields("rule", all.fields().stream())
                .free("counts", fields.contributed())
                .events(all.events().stream())
                .require();
        var parts = new Resource.Parts<>(
                fields,
                lists,
                stores,
                rights,
                List.copyOf(uniques),
                List.copyOf(references),
                contributed.stream().map(this::resolved).toList(),
                List.copyOf(owned),
                all,
                nesting,
                due,
                keptBy,
                !isSilent);
        return new Resource<>(name, path, shape, title, parts, null);
    }

    private Contributions.Source<T> resolved(Contributed<T> contribution) {
        return references.stream()
                .filter(candidate -> candidate.field().equals(contribution.field()))
                .map(reference -> new Contributions.Source<>(reference, contribution.counter(), contribution.amount()))
                .findFirst()
                .orElseThrow();
    }
}
