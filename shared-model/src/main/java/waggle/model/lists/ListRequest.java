package waggle.model.lists;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import waggle.model.paging.PageRequest;

/**
 * A request for a page of a collection.
 *
 * @param created the span of time in which the records were created
 * @param conditions that each record must satisfy
 * @param order by priority; if empty, the resource's own order
 */
public record ListRequest(PageRequest page, TimeSpan created, List<Condition> conditions, List<Sorting> order) {

    /** All records, in the resource's own order. */
    public static ListRequest all(PageRequest page) {
        return new ListRequest(page, TimeSpan.ALWAYS, List.of(), List.of());
    }

    /** The request with more conditions. */
    public ListRequest and(List<Condition> more) {
        var all = Stream.concat(conditions.stream(), more.stream()).toList();
        return new ListRequest(page, created, all, order);
    }

    /** The request for the records that were created after a time. */
    public ListRequest since(Instant time) {
        return new ListRequest(page, created.since(time), conditions, order);
    }

    /** Whether the list has every record, in any order. */
    public boolean isUnfiltered() {
        return created.equals(TimeSpan.ALWAYS) && conditions.isEmpty();
    }
}
