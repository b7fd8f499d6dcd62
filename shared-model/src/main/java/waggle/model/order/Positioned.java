package waggle.model.order;

import org.jspecify.annotations.Nullable;

/**
 * A record with a position among the records of its kind (docs/api.md, "Configuration").
 *
 * @param <T> the type of the record
 */
public interface Positioned<T> {
    /** The highest position. */
    int HIGHEST = 1_000_000;

    /** The most records of one kind. A new order of all of them must fit one transaction of 100 items. */
    int MOST = 30;

    /** The position, from 1; null before {@link Ordering} completes a new record. */
    @Nullable
    Integer series();

    /** The record at another position. */
    T at(int series);

    /** The kind: records of one kind share an order. */
    String group();
}
