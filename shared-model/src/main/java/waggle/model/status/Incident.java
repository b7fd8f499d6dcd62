package waggle.model.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a component failed.
 *
 * @param startedAt the first heartbeat that found it
 * @param endedAt the first heartbeat that found the component working again; null while the incident is open
 * @param updates the oldest first
 */
public record Incident(
        UUID uuid,
        Component component,
        Instant startedAt,
        @Nullable Instant endedAt,
        String title,
        List<Update> updates) {

    /** A text of the catalogue or of an operator. */
    public record Update(Instant at, String text) {}

    public Incident {
        updates = List.copyOf(updates);
    }

    /** Whether the component has not recovered. */
    public boolean isOpen() {
        return endedAt == null;
    }
}
