package waggle.model.store;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/**
 * A stored record: what a client wrote, with what every record has (contract §1, "Every record").
 *
 * @param uuid version 7
 * @param value the shape a client writes
 * @param createdAt in milliseconds
 * @param updatedAt in milliseconds
 * @param version 1 at first, one more with every change
 */
@JsonPropertyOrder({"uuid", "value", "created_at", "updated_at", "version"})
public record Entity<T>(UUID uuid, @JsonUnwrapped T value, Instant createdAt, Instant updatedAt, long version) {

    Entity<T> with(T newValue) {
        return new Entity<>(uuid, newValue, createdAt, updatedAt, version);
    }

    Entity<T> changed(T newValue, Instant now) {
        return new Entity<>(uuid, newValue, createdAt, now, version + 1);
    }
}
