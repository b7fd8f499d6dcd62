package waggle.model.memory;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.lists.FoldedText;

/**
 * One field of the facets of many records. A cell is a text, a number, an array of these, or null. A text by which nothing
 * is filtered is kept in the form for searches only.
 */
final class Column {
    /** An object with its reference, on a heap of less than 32 GB. */
    private static final int NUMBER_BYTES = 44;

    private static final int TEXT_BYTES = 44;
    private static final int ARRAY_BYTES = 20;

    private final boolean isFiltered;
    private final boolean isFolded;
    private final Function<String, String> pool;

    private @Nullable Object[] exact;
    private @Nullable String[] folded;

    /**
     * Makes an empty column.
     *
     * @param isFiltered whether lists compare the texts exactly
     * @param isFolded whether lists search or sort by the texts
     * @param pool gives equal texts as one object
     */
    Column(boolean isFiltered, boolean isFolded, Function<String, String> pool) {
        this.isFiltered = isFiltered;
        this.isFolded = isFolded;
        this.pool = pool;
        this.exact = new Object[0];
        this.folded = new String[0];
    }

    /** Bytes of each record beside those of its values. */
    int bytesOfRow() {
        return isFolded ? 8 : 4;
    }

    void resize(int capacity) {
        exact = Arrays.copyOf(exact, capacity);
        folded = isFolded ? Arrays.copyOf(folded, capacity) : folded;
    }

    /** Moves the cells from one row on to another. */
    void move(int from, int to, int count) {
        System.arraycopy(exact, from, exact, to, count);
        if (isFolded) {
            System.arraycopy(folded, from, folded, to, count);
        }
    }

    void clear(int row) {
        exact[row] = null;
        if (isFolded) {
            folded[row] = null;
        }
    }

    void set(int row, @Nullable AttributeValue value) {
        clear(row);
        var cell = value == null ? null : cell(value);
        if (isFolded && cell instanceof String text) {
            folded[row] = FoldedText.of(text);
        }
        if (isFiltered || !isFolded || !(cell instanceof String)) {
            exact[row] = cell instanceof String text ? pool.apply(text) : cell;
        }
    }

    void copy(int row, Column other, int from) {
        exact[row] = other.exact[from];
        if (isFolded) {
            folded[row] = other.folded[from];
        }
    }

    private Object cell(AttributeValue value) {
        return switch (value.type()) {
            case N -> new BigDecimal(value.n()).stripTrailingZeros();
            case L ->
                value.l().stream()
                        .map(element -> cell(element) instanceof String text ? pool.apply(text) : cell(element))
                        .toArray();
            default -> value.s();
        };
    }

    /** Bytes of the values of a record; a text counts although other records share it. */
    int bytes(int row) {
        return bytes(exact[row]) + (isFolded ? bytes(folded[row]) : 0);
    }

    private static int bytes(@Nullable Object cell) {
        return switch (cell) {
            case null -> 0;
            case String text -> TEXT_BYTES + (isLatin(text) ? 1 : 2) * text.length();
            case Object[] array ->
                ARRAY_BYTES + Arrays.stream(array).mapToInt(Column::bytes).sum();
            default -> NUMBER_BYTES;
        };
    }

    /** Java keeps such a text with a byte for each character. */
    private static boolean isLatin(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '\u00FF') {
                return false;
            }
        }
        return true;
    }

    boolean has(int row) {
        return (exact[row] != null && !(exact[row] instanceof Object[] array && array.length == 0))
                || (isFolded && folded[row] != null);
    }

    /** @throws IllegalStateException if lists only search or sort by the field */
    boolean anyValue(int row, Predicate<String> test) {
        if (isFolded && exact[row] == null && folded[row] != null) {
            throw new IllegalStateException("no filter has the field");
        }
        return any(exact[row], cell -> test.test(text(cell)));
    }

    boolean anyFolded(int row, Predicate<String> test) {
        var text = isFolded ? folded[row] : null;
        return text == null ? anyValue(row, value -> test.test(FoldedText.of(value))) : test.test(text);
    }

    boolean anyNumber(int row, Predicate<BigDecimal> test) {
        return any(exact[row], cell -> cell instanceof BigDecimal number && test.test(number));
    }

    private static boolean any(@Nullable Object cell, Predicate<Object> test) {
        return switch (cell) {
            case null -> false;
            case Object[] array -> Arrays.stream(array).anyMatch(test);
            default -> test.test(cell);
        };
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString() : (String) cell;
    }

    /** The first value of a record. */
    @Nullable
    String first(int row) {
        var cell = exact[row] instanceof Object[] array ? (array.length == 0 ? null : array[0]) : exact[row];
        return cell == null ? null : text(cell);
    }

    /** Compares two records by their numbers or folded texts; records without a value come last in both directions. */
    int compare(int a, int b, boolean descending) {
        var first = key(a);
        var second = key(b);
        if (first == null || second == null) {
            return Boolean.compare(first == null, second == null);
        }
        var order = first instanceof BigDecimal number
                ? number.compareTo((BigDecimal) second)
                : ((String) first).compareTo((String) second);
        return descending ? -order : order;
    }

    private @Nullable Object key(int row) {
        return isFolded && folded[row] != null ? folded[row] : exact[row];
    }
}
