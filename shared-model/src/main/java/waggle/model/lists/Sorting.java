package waggle.model.lists;

import java.util.Comparator;

/** A field to sort a list by. Records without the field come last in both directions. */
public record Sorting(String field, boolean descending) {

    Comparator<SortKey> comparator() {
        return SortKey.order(descending);
    }
}
