package waggle.model.order;

import org.jspecify.annotations.Nullable;

/**
 * A record that has a place among the others of its kind (contract §2, {@code series}).
 *
 * @param <T> the record's own type
 */
public interface Positioned<T> {
    /** The highest position a client can write. */
    int HIGHEST = 1_000_000;

    /** How many records of one kind may be made: their whole order must fit one transaction of 100 items. */
    int MOST = 30;

    /** The position, from 1; null until it is given one. */
    @Nullable
    Integer series();

    T at(int series);

    /** Among which records it has its place; records of other kinds do not matter to it. */
    String group();
}
