package waggle.model.records;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A stored record: the value that a client wrote, with the fields of every record (docs/api.md, "Conventions":
 * Records).
 *
 * @param uuid version 7, so uuids sort by the time of creation
 * @param value in the shape that clients write
 * @param createdAt the time of creation, to the millisecond
 * @param updatedAt the time of the last change, to the millisecond
 * @param version 1 at first, and 1 more with each change
 * @param counts counts and {@link Sums sums} of other records, by field; their changes affect neither version nor time
 * @param moves the number of changes of the counts
 */
@JsonPropertyOrder({"uuid", "value", "created_at", "updated_at", "version"})
public record Entity<T>(
        UUID uuid,
        @JsonUnwrapped T value,
        Instant createdAt,
        Instant updatedAt,
        @Min(1) long version,
        @JsonIgnore Map<String, BigDecimal> counts,
        @JsonIgnore long moves) {
    /** The attribute of {@link #moves}. A write that changes what clients see without a new version adds 1. */
    public static final String MOVES = "moves";

    /** A record without counts. */
    public Entity(UUID uuid, T value, Instant createdAt, Instant updatedAt, long version) {
        this(uuid, value, createdAt, updatedAt, version, Map.of(), 0);
    }

    /** The counts as clients see them. */
    @JsonAnyGetter
    public Map<String, Object> countFields() {
        return Sums.fields(counts);
    }

    /** The same record with another value, of the same version. */
    public Entity<T> with(T newValue) {
        return new Entity<>(uuid, newValue, createdAt, updatedAt, version, counts, moves);
    }

    /** The record after a change. */
    public Entity<T> changed(T newValue, Instant now) {
        return new Entity<>(uuid, newValue, createdAt, now, version + 1, counts, moves);
    }

    /** The same record after changes of its counts. */
    public Entity<T> counting(Map<String, BigDecimal> changed, long changes) {
        return new Entity<>(uuid, value, createdAt, updatedAt, version, changed, moves + changes);
    }

    /** The record without the values that are shown once and never stored. */
    @SuppressWarnings("unchecked") // Concealing<T> conceals into its own type
    public Entity<T> concealed() {
        return value instanceof Concealing<?> concealing ? with((T) concealing.concealed()) : this;
    }
}
