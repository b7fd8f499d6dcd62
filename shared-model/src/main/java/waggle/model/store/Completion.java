package waggle.model.store;

import org.jspecify.annotations.Nullable;
import waggle.model.Actor;

/** Completes a sound value before it is written with what depends on other records, or on what it was before. */
@FunctionalInterface
public interface Completion<T> {

    /**
     * The value to write.
     *
     * @param before what it was; null when it is new
     */
    T complete(Store<T> store, Actor actor, @Nullable T before, T value);

    static <T> Completion<T> none() {
        return (store, actor, before, value) -> value;
    }
}
