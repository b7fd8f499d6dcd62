package waggle.model.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.FilterType;
import waggle.model.records.Entity;
import waggle.model.table.ItemKey;

/**
 * A rule of one resource, with a part in any step of a write. Rules compose: all rules of a declaration apply, in the order
 * in which they are declared.
 *
 * @param <T> the resource's shape
 */
public interface Rule<T> {

    /** The rule that a value has no faults. */
    static <T> Rule<T> of(Function<T, List<Fault>> faults) {
        return new Rule<>() {
            @Override
            public List<Fault> faults(T value) {
                return faults.apply(value);
            }
        };
    }

    /** The faults of a value whose fields are each valid. */
    default List<Fault> faults(T value) {
        return List.of();
    }

    /**
     * Completes a valid value with what depends on other records, or on the value before.
     *
     * @param before the value before; null when the record is new
     * @return the value to write
     */
    default T complete(Write write, @Nullable T before, T value) {
        return value;
    }

    /** Adds what a record contributes to other records. A pure function of the value and of what it refers to. */
    default void contribute(Records records, T value, Contributions contributions) {}

    /**
     * Does what else the write does, in the same unit of work.
     *
     * @param before the record before; null when it is new
     * @param after the record after; null when it is removed
     */
    default void follow(Write write, @Nullable Entity<T> before, @Nullable Entity<T> after) {}

    /**
     * The greatest key of the partition with the items that a record has beside its own. A removal deletes the partition, in
     * the order of its keys, before the record.
     *
     * @return empty for a record without such items
     */
    default Optional<ItemKey> lastItem(UUID company, Entity<T> entity) {
        return Optional.empty();
    }

    /** The parts of a value that other records refer to. */
    default List<Part> parts(T value) {
        return List.of();
    }

    /** The types of the events that the rule adds. */
    default List<String> events() {
        return List.of();
    }

    /** Filters that the rule adds to the resource's lists. */
    default List<Filter> filters() {
        return List.of();
    }

    /** The keys that a company's records can have in a filter of kind {@link Filter.Kind#ENTRIES}, and their values. */
    default Map<String, FilterType> filterKeys(Records records) {
        return Map.of();
    }

    /** The fields of the shape that the rule names; the declaration checks them. */
    default List<String> fields() {
        return List.of();
    }

    /**
     * A part of a record that others refer to by its own identifier, such as an option of a custom field. It cannot be
     * dropped as long as they do.
     *
     * @param id unique within the record
     * @param title in a sentence: {@code option "EMEA"}
     */
    record Part(String id, String title) {}
}
