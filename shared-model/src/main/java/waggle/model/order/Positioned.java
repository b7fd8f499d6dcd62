package waggle.model.order;

import org.jspecify.annotations.Nullable;

/**
 * A record that has a position among the others of its kind (docs/api.md, "Configuration").
 *
 * @param <T> the record's own type
 */
public interface Positioned<T> {
    /** The highest position a client can write. */
    int HIGHEST = 1_000_000;

    /** How many records of one kind there can be: their whole order must fit one transaction of 100 items. */
    int MOST = 30;

    /** The position, from 1; null until it is given one. */
    @Nullable
    Integer series();

    T at(int series);

    /** The kind of records among which it has its position. */
    String group();
}
