package waggle.model.lists;

import java.util.Comparator;

/** By which field a list is sorted, and which way. Records without the field come last either way. */
public record Sorting(String field, boolean descending) {

    Comparator<SortKey> comparator() {
        return SortKey.order(descending);
    }
}
