package waggle.model.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One page of a list (contract §1, "Lists").
 *
 * @param data at most {@code meta.page-size} records
 */
public record Page<T>(List<T> data, Meta meta) {

    /** The same page with its records in another form. */
    public <U> Page<U> with(List<U> records) {
        return new Page<>(records, meta);
    }

    /** Counts are exact. */
    public record Meta(
            @JsonProperty("record-count") long recordCount,
            @JsonProperty("page-count") long pageCount,
            @JsonProperty("page") long page,
            @JsonProperty("page-size") int pageSize) {

        static Meta of(long recordCount, PageRequest request) {
            var pages = Math.ceilDiv(recordCount, request.size());
            return new Meta(recordCount, pages, request.page(), request.size());
        }
    }
}
