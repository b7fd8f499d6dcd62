package waggle.model.lists;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import waggle.model.paging.PageRequest;

/**
 * A request for a page of a collection.
 *
 * @param created when its records were made
 * @param conditions all of which must hold
 * @param order the first field first; the resource's own order when empty
 */
public record ListRequest(PageRequest page, TimeSpan created, List<Condition> conditions, List<Sorting> order) {

    /** Everything, in the resource's own order. */
    public static ListRequest all(PageRequest page) {
        return new ListRequest(page, TimeSpan.ALWAYS, List.of(), List.of());
    }

    /** The same with more conditions. */
    public ListRequest and(List<Condition> more) {
        var all = Stream.concat(conditions.stream(), more.stream()).toList();
        return new ListRequest(page, created, all, order);
    }

    /** The same of what was made after a time. */
    public ListRequest since(Instant time) {
        return new ListRequest(page, created.since(time), conditions, order);
    }

    /** Whether every record is wanted, in whatever order. */
    public boolean isUnfiltered() {
        return created.equals(TimeSpan.ALWAYS) && conditions.isEmpty();
    }
}
