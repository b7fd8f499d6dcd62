package waggle.model.paging;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * One page of a list (docs/api.md, "Lists").
 *
 * @param data at most {@code meta.page-size} records
 * @param meta where the page is in the list
 */
public record Page<T>(@Size(max = PageRequest.MAXIMUM_SIZE) List<T> data, Meta meta) {

    /** The same page with its records in another form. */
    public <U> Page<U> with(List<U> records) {
        return new Page<>(records, meta);
    }

    /**
     * Where the page is in the list. Counts are exact.
     *
     * @param recordCount how many records the list has
     * @param pageCount how many pages
     * @param page which of them this is
     * @param pageSize how many records a page has
     */
    public record Meta(
            @JsonProperty("record-count") @Min(0) long recordCount,
            @JsonProperty("page-count") @Min(0) long pageCount,
            @JsonProperty("page") @Min(1) long page,

            @JsonProperty("page-size") @Min(1) @Max(PageRequest.MAXIMUM_SIZE)
            int pageSize) {

        public static Meta of(long recordCount, PageRequest request) {
            var pages = Math.ceilDiv(recordCount, request.size());
            return new Meta(recordCount, pages, request.page(), request.size());
        }
    }
}
