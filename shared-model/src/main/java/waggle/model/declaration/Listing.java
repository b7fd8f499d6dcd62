package waggle.model.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.table.ItemKey;
import waggle.model.table.TableIndex;

/**
 * How the records of a resource are listed.
 *
 * @param filters parameters that narrow a list, beside the times that every record has
 * @param searched fields in which {@code search} looks; none where there is no search
 * @param sortable fields that a client may name in {@code sort}
 * @param orderedBy the number that lists are ordered by unless the client says otherwise, the lowest first; null for the
 *     newest first
 * @param groupedBy uuid fields, two at most; the records with one value of such a field are listed at the cost of those
 *     alone
 * @param summed fields that sums over the records of a group read, beside those of filters and sorting
 */
public record Listing(
        List<Filter> filters,
        List<String> searched,
        List<String> sortable,
        @Nullable String orderedBy,
        List<String> groupedBy,
        List<String> summed) {
    /** The times of every record, by which every list can be sorted where the resource says so. */
    public static final Set<String> TIMES = Set.of("created_at", "updated_at");

    public Optional<String> order() {
        return Optional.ofNullable(orderedBy);
    }

    /**
     * A uuid field whose value the records of a group share.
     *
     * @param name of what the records belong to, in the keys of the index
     * @param index with the records of each group
     */
    public record Grouping(String field, String name, TableIndex index) {

        /** The partition of the index with the records of one group. */
        public String partition(UUID company, Resource<?> resource, String uuid) {
            return ItemKey.owned(company, resource.name(), name, UUID.fromString(uuid));
        }
    }

    /** A listing in the making; nothing is offered that is not declared. */
    public static final class Builder {
        private final List<Filter> filters = new ArrayList<>();
        private List<String> searched = List.of();
        private List<String> sortable = List.of();
        private @Nullable String orderedBy;
        private List<String> groupedBy = List.of();
        private List<String> summed = List.of();

        Builder() {}

        /** Lists can be narrowed by the values of these fields, each under its own name. */
        public Builder filters(String... fields) {
            for (var field : fields) {
                filters.add(new Filter(field, field));
            }
            return this;
        }

        public Builder filter(Filter filter) {
            filters.add(filter);
            return this;
        }

        public Builder searched(String... fields) {
            searched = List.of(fields);
            return this;
        }

        public Builder sortable(String... fields) {
            sortable = List.of(fields);
            return this;
        }

        public Builder orderedBy(String field) {
            orderedBy = field;
            return this;
        }

        /** Every field costs a write one more index. */
        public Builder groupedBy(String... fields) {
            groupedBy = List.of(fields);
            return this;
        }

        public Builder summed(String... fields) {
            summed = List.of(fields);
            return this;
        }

        Listing build(List<Filter> ofRules) {
            var all = new ArrayList<>(filters);
            all.addAll(ofRules);
            return new Listing(List.copyOf(all), searched, sortable, orderedBy, groupedBy, summed);
        }
    }
}
