package waggle.model.store;

/** What else is to be written in the transaction of a write, once its result is known. */
@FunctionalInterface
public interface Receipt {

    /** Adds to the transaction; of a deleted record the result is what it last was. */
    void join(Transaction transaction, Entity<?> result);

    static Receipt none() {
        return (transaction, result) -> {};
    }
}
