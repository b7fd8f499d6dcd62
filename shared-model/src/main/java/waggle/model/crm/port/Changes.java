package waggle.model.crm.port;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read of changed records.
 *
 * @param object the provider's name of the object
 * @param fields names of the fields to read
 * @param since lower bound of the time of change, included; null for all records
 * @param until upper bound of the time of change, excluded
 * @param cursor where the page before ended; null for the first page
 */
public record Changes(
        String object,
        List<String> fields,
        @Nullable Instant since,
        Instant until,
        @Nullable String cursor) {

    public Changes {
        fields = List.copyOf(fields);
    }

    /** The read of the page that a cursor names. */
    public Changes after(String next) {
        return new Changes(object, fields, since, until, next);
    }
}
