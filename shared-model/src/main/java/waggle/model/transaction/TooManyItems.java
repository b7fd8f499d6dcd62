package waggle.model.transaction;

/** A transaction has more items than DynamoDB accepts. */
public final class TooManyItems extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyItems(int items) {
        super("%d items, of which a transaction has at most %d".formatted(items, Transaction.MOST_ITEMS));
    }
}
