package waggle.webhooks;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.events.EventTypes;
import waggle.model.webhooks.Replay;

/**
 * The events of a replay.
 *
 * @param since time of the first event
 * @param until end of the range, exclusive; now if absent
 * @param only failed, for the events whose delivery has failed; all if absent
 * @param eventTypes up to 50 types or patterns like {@code deal.*}; all that the endpoint is subscribed to if absent
 */
@Introspected
public record ReplayRange(
        @NotNull Instant since,
        @Nullable Instant until,
        Replay.@Nullable Only only,

        @Size(max = Replay.MOST_TYPES)
        List<
                        @NotNull @Size(max = EventTypes.LONGEST)
                        @Pattern(regexp = EventTypes.PATTERN, message = EventTypes.EXPECTED) String>
                eventTypes) {

    public ReplayRange {
        eventTypes = Objects.requireNonNullElse(eventTypes, List.of());
    }

    List<Fault> faults(EventTypes types, Instant now) {
        var faults = new ArrayList<>(types.faults("event_types", eventTypes));
        // The bean validation reports a missing time.
        if (since != null && since.isAfter(now)) {
            faults.add(new Fault("since", "must be a time in the past like 2026-11-22T08:15:30.123Z"));
        }
        if (until != null && since != null && until.isBefore(since)) {
            faults.add(new Fault("until", "must not be before since"));
        }
        return faults;
    }

    Replay replay(UUID endpoint, Instant now) {
        return Replay.begun(endpoint, since, until == null ? now : until, eventTypes, only, now);
    }
}
