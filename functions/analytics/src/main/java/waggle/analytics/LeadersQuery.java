package waggle.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.http.query.ListQuery;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.model.analytics.LeaderSort;
import waggle.model.paging.PageRequest;

/**
 * The parameters of the leaderboard.
 *
 * @param from the first day, in the company's time zone; the 29th before the last one if absent
 * @param to the last day; today if absent
 * @param sort the figure to sort by, with - for descending; -won_value if absent; sums are those in the company's currency
 * @param page the number of the page, from 1; 1 if absent
 * @param pageSize the number of partners of a page; 10 if absent
 */
record LeadersQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,

        @Nullable @Size(max = 64) @Pattern(regexp = LeadersQuery.SORTS)
        String sort,

        @Min(1) @Max(PageRequest.MAXIMUM_PAGE) long page,

        @JsonProperty("pageSize") @Min(1) @Max(PageRequest.MAXIMUM_SIZE)
        int pageSize) {
    static final String SORTS =
            "-?(won_value|won_count|open_value|win_rate|conversion_rate|commission_due|commission_paid)";

    private static final String SORT_EXPECTED = "must be one of "
            + Stream.of(LeaderSort.values()).map(LeaderSort::id).collect(Collectors.joining(", "))
            + ", with - for descending, like sort=-won_value";

    /** A figure and its direction. */
    record Order(LeaderSort by, boolean isDescending) {}

    /** What a valid query asks for. */
    record Wanted(Days days, Order order, PageRequest page) {}

    static Wanted read(Query query) {
        var parameters = new Parameters(query);
        var days = Days.read(parameters);
        var order = parameters.read("sort", SORT_EXPECTED, LeadersQuery::order);
        var page = ListQuery.page(parameters, PageRequest.DEFAULT_SIZE);
        parameters.finish();
        return new Wanted(days, order.orElse(new Order(LeaderSort.WON_VALUE, true)), page);
    }

    private static Optional<Order> order(String text) {
        var isDescending = text.startsWith("-");
        var name = isDescending ? text.substring(1) : text;
        return Arrays.stream(LeaderSort.values())
                .filter(sort -> sort.id().equals(name))
                .map(sort -> new Order(sort, isDescending))
                .findFirst();
    }
}
