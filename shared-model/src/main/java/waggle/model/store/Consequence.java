package waggle.model.store;

import org.jspecify.annotations.Nullable;
import waggle.model.Actor;

/** What else a write does in its own transaction. */
@FunctionalInterface
public interface Consequence<T> {

    /**
     * Adds to the transaction.
     *
     * @param before what the record was; null when it is new
     * @param after what it is to be; null when it is deleted
     */
    void join(
            Store<T> store,
            Actor actor,
            Transaction transaction,
            @Nullable Entity<T> before,
            @Nullable Entity<T> after);

    static <T> Consequence<T> none() {
        return (store, actor, transaction, before, after) -> {};
    }
}
