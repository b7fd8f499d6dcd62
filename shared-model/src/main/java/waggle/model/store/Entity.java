package waggle.model.store;

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
 * A stored record: what a client wrote, with what every record has (contract §1, "Every record").
 *
 * @param uuid version 7, so in the order in which records are made
 * @param value the shape a client writes
 * @param createdAt when it was made, to the millisecond
 * @param updatedAt when it was last changed, to the millisecond
 * @param version 1 at first, one more with every change
 * @param counts what is counted of others that belong to it, by field; counting changes neither version nor time
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
    /** The attribute of {@link #moves}; whoever writes to a record beside its changes adds one. */
    public static final String MOVES = Uses.MOVES;

    /** A record of which nothing is counted. */
    public Entity(UUID uuid, T value, Instant createdAt, Instant updatedAt, long version) {
        this(uuid, value, createdAt, updatedAt, version, Map.of(), 0);
    }

    /** The same with another value: to show it, or to complete what is not written yet. */
    public Entity<T> with(T newValue) {
        return new Entity<>(uuid, newValue, createdAt, updatedAt, version, counts, moves);
    }

    Entity<T> changed(T newValue, Instant now) {
        return new Entity<>(uuid, newValue, createdAt, now, version + 1, counts, moves);
    }
}
