package waggle.model.memory;

import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waggle.model.lists.Facets;

/** The facets of one kept record after another. */
final class Row implements Facets {
    private final Columns columns;
    private int at;

    /** The field of {@link #column}: conditions ask rows for the same field one after another. */
    private String field = "";

    private @Nullable Column column;

    Row(Columns columns) {
        this.columns = columns;
    }

    Row at(int row) {
        at = row;
        return this;
    }

    @Override
    public long createdAt() {
        return columns.created(at);
    }

    @Override
    public long updated() {
        return columns.updated(at);
    }

    @Override
    public boolean has(String field) {
        var of = column(field);
        return of != null && of.has(at);
    }

    @Override
    public boolean anyValue(String field, Predicate<String> test) {
        var of = column(field);
        return of != null && of.anyValue(at, test);
    }

    @Override
    public boolean anyFolded(String field, Predicate<String> test) {
        var of = column(field);
        return of != null && of.anyFolded(at, test);
    }

    @Override
    public boolean anyNumber(String field, Predicate<BigDecimal> test) {
        var of = column(field);
        return of != null && of.anyNumber(at, test);
    }

    private @Nullable Column column(String asked) {
        if (!asked.equals(field)) {
            field = asked;
            column = columns.column(asked);
        }
        return column;
    }
}
