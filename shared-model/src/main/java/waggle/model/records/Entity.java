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
 * A stored record: what a client wrote, with what every record has (docs/api.md, "Conventions").
 *
 * @param uuid version 7, so in the order in which records are created
 * @param value the shape a client writes
 * @param createdAt when it was created, to the millisecond
 * @param updatedAt when it was last changed, to the millisecond
 * @param version 1 at first, one more with every change
 * @param counts numbers and sums of other records that belong to it, by field; they change neither version nor time
 * @param moves how often a count was changed
 */
@JsonPropertyOrder({"uuid", "value", "created_at", "updated_at", "version"})
public record Entity<T>(
        UUID uuid,
        @JsonUnwrapped T value,
        Instant createdAt,
        Instant updatedAt,
        @Min(1) long version,
        @JsonAnyGetter Map<String, BigDecimal> counts,
        @JsonIgnore long moves) {
    /** The attribute of {@link #moves}; a writer of anything that a reader sees, beside a change, adds one. */
    public static final String MOVES = "moves";

    /** A record without counts. */
    public Entity(UUID uuid, T value, Instant createdAt, Instant updatedAt, long version) {
        this(uuid, value, createdAt, updatedAt, version, Map.of(), 0);
    }

    /** The same record with another value, of the same version. */
    public Entity<T> with(T newValue) {
        return new Entity<>(uuid, newValue, createdAt, updatedAt, version, counts, moves);
    }

    /** The record after a change. */
    public Entity<T> changed(T newValue, Instant now) {
        return new Entity<>(uuid, newValue, createdAt, now, version + 1, counts, moves);
    }

    /** The record without the values that are shown once and never stored. */
    @SuppressWarnings("unchecked") // Concealing<T> conceals into its own type
    public Entity<T> concealed() {
        return value instanceof Concealing<?> concealing ? with((T) concealing.concealed()) : this;
    }
}
