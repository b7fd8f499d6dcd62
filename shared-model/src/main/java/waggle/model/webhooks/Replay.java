package waggle.model.webhooks;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Limits;
import waggle.model.events.EventTypes;
import waggle.model.store.Resource;
import waggle.model.table.TableDesign;

/**
 * Events that are to go to an endpoint again (contract §6). The work is done some events at a time, from where it stood.
 *
 * @param webhookEndpointUuid where they go
 * @param since from when on
 * @param until before when
 * @param eventTypes of those that are meant, {@code deal.*}; all that the endpoint hears when empty
 * @param after the last event that was looked at; null at first
 * @param nextAttemptAt when the next events are looked at; null when all were
 */
@Introspected
public record Replay(
        UUID webhookEndpointUuid,
        Instant since,
        Instant until,
        @Size(max = Replay.MOST_TYPES) List<@Size(max = EventTypes.LONGEST) String> eventTypes,
        @Nullable UUID after,
        @Nullable Instant nextAttemptAt) {
    public static final int MOST_TYPES = 50;
    public static final Resource<Replay> RESOURCE = Resource.named(
                    "replay", "replays", Replay.class, replay -> "replay")
            .derived()
            .keptFor(Limits.EVENT_RETENTION)
            .dueAt(TableDesign.DUE_AT)
            .build();

    /** Whether events of a type are meant. */
    public boolean means(String type) {
        return eventTypes.isEmpty() || eventTypes.stream().anyMatch(pattern -> EventTypes.matches(pattern, type));
    }

    /** The same with more events looked at. */
    public Replay continued(UUID last, Instant next) {
        return new Replay(webhookEndpointUuid, since, until, eventTypes, last, next);
    }

    /** The same with all events looked at. */
    public Replay done() {
        return new Replay(webhookEndpointUuid, since, until, eventTypes, after, null);
    }
}
