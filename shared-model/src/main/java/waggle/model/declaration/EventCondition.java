package waggle.model.declaration;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waggle.model.records.Entity;

/**
 * Decides whether a write is an occasion for an event.
 *
 * @param <T> the resource's shape
 */
@FunctionalInterface
public interface EventCondition<T> {

    /**
     * Whether the write is such an occasion.
     *
     * @param before the value before; null when the record is new
     */
    boolean holds(@Nullable T before, T after);

    /** The rule that adds an event to the writes that are an occasion for it. */
    default Rule<T> rule(String type) {
        return new Rule<>() {
            @Override
            public void follow(Write write, @Nullable Entity<T> before, @Nullable Entity<T> after) {
                if (after != null && holds(before == null ? null : before.value(), after.value())) {
                    write.tell(type, before, after);
                }
            }

            @Override
            public List<String> events() {
                return List.of(type);
            }
        };
    }

    /** A field has got a value that it did not have, also when the record is new. */
    static <T> EventCondition<T> became(Function<T, @Nullable Object> field, Object value) {
        Predicate<T> has = record -> value.equals(field.apply(record));
        return (before, after) -> has.test(after) && (before == null || !has.test(before));
    }

    /** A field of a record that existed has got another value. */
    static <T> EventCondition<T> changed(Function<T, @Nullable Object> field) {
        return (before, after) -> before != null && !Objects.equals(field.apply(before), field.apply(after));
    }
}
