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
 * @param meta the position of the page in the list
 */
public record Page<T>(@Size(max = PageRequest.MAXIMUM_SIZE) List<T> data, Meta meta) {

    /** A page of the records of a whole list. */
    public static <T> Page<T> of(List<T> all, PageRequest request) {
        var data = all.stream().skip(request.offset()).limit(request.size()).toList();
        return new Page<>(data, Meta.of(all.size(), request));
    }

    /** The page with its records in another form. */
    public <U> Page<U> with(List<U> records) {
        return new Page<>(records, meta);
    }

    /**
     * The position of a page in its list, with exact counts.
     *
     * @param recordCount the number of records of the list
     * @param pageCount the number of pages
     * @param page the number of this page, from 1
     * @param pageSize the most records of a page
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
